using System.Globalization;

namespace IpCenter.Casework.Clocks;

/// <summary>Answers "why this date?" (为什么是这一天？) in short sentences that a merchant understands.</summary>
public static class DeadlineWording
{
    public static IReadOnlyList<Bilingual> Explain(Deadline deadline)
    {
        var why = deadline.Explanation;
        return
        [
            Rule(why.Rule),
            Authority(why.Rule),
            Start(why),
            .. why.Pauses.Select(Pause),
            .. why.StoodStill.Select(StoodStill),
            .. HeldTo(why),
            .. Skipped(why),
            .. Moved(why),
            End(deadline),
            .. why.ProvisionalYears.Select(Provisional),
            .. why.MissingYear is { } year ? [Missing(year)] : Array.Empty<Bilingual>(),
            .. why.Rule.Effect is { } effect ? [new Bilingual($"逾期后果：{effect.Zh}。", $"If it is missed: {effect.En}.")] : Array.Empty<Bilingual>(),
        ];
    }

    public static Bilingual Date(DateOnly date) => new(
        date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture), date.ToString("d MMM yyyy", CultureInfo.InvariantCulture));

    public static Bilingual Length(DeadlineRule rule) => rule switch
    {
        { Length: null } => new("法律未规定具体天数", "no number fixed by law"),
        { Length: 0 } => new("当日24:00前（不过夜）", "the same calendar day, before 24:00"),
        { Unit: LengthUnit.Hours } => new($"{rule.Length}小时", $"{rule.Length} hour{Plural(rule)}"),
        { Unit: LengthUnit.Days } => new($"{rule.Length}日", $"{rule.Length} day{Plural(rule)}"),
        { Unit: LengthUnit.WorkingDays } => new($"{rule.Length}个工作日", $"{rule.Length} working day{Plural(rule)}"),
        { Unit: LengthUnit.Months } => new($"{rule.Length}个月", $"{rule.Length} month{Plural(rule)}"),
        _ => new($"{rule.Length}年", $"{rule.Length} year{Plural(rule)}"),
    };

    public static Bilingual Kind(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Statutory => new("法定期限", "fixed by law"),
        DeadlineKind.CentreTarget => new("中心目标", "the centre's target"),
        _ => new("实务做法", "practice"),
    };

    private static string Plural(DeadlineRule rule) => rule.Length == 1 ? "" : "s";

    private static Bilingual Rule(DeadlineRule rule)
    {
        var length = Length(rule);
        var kind = Kind(rule.Kind);
        return new($"期限：{rule.Name.Zh}，自{rule.Trigger.Zh}起{length.Zh}（{kind.Zh}）。", $"Period: {rule.Name.En}, {length.En} from {rule.Trigger.En} ({kind.En}).");
    }

    private static Bilingual Authority(DeadlineRule rule) => rule.Basis is { } basis
        ? new($"依据：{basis.Zh}（可信度{rule.Confidence:0.##}）。", $"Basis: {basis.En} (confidence {rule.Confidence:0.##}).")
        : new($"无法律条文依据，可由中心配置（可信度{rule.Confidence:0.##}）。", $"No article of law; the centre configures it (confidence {rule.Confidence:0.##}).");

    private static Bilingual Start(DeadlineExplanation why)
    {
        var date = Date(why.StartDate);
        if (why.CountedFrom is { } from)
        {
            var hour = ChinaTime.Local(from).ToString("HH:mm", CultureInfo.InvariantCulture);
            return new($"起算：{date.Zh}，自{hour}起算。", $"Start: {date.En}, counted from {hour}.");
        }

        return why.Rule.Mode == CountingMode.ServiceClock
            ? new($"起算：{date.Zh}，当日计入，休息日不扣除。", $"Start: {date.En}; that day counts, days off are not taken out.")
            : new($"起算：{date.Zh}，当日不计入，自次日起算。", $"Start: {date.En}; that day does not count, the next one is the first.");
    }

    private static Bilingual Pause(ClockSegment pause)
    {
        var owner = pause.Owner switch
        {
            ClockOwner.Centre => new Bilingual("中心", "the centre"),
            ClockOwner.Applicant => new Bilingual("申请人", "the applicant"),
            _ => new Bilingual("国家知识产权局", "the national office"),
        };
        var from = Date(ChinaTime.DateOf(pause.From));
        var to = pause.To is { } end ? Date(ChinaTime.DateOf(end)) : new Bilingual("今", "now");
        return new($"暂停：{from.Zh}至{to.Zh}由{owner.Zh}计时（{pause.Reason}）。", $"Paused: {from.En} to {to.En} on the clock of {owner.En} ({pause.Reason}).");
    }

    private static Bilingual StoodStill(CountedPause pause)
    {
        var (from, to) = (Date(ChinaTime.DateOf(pause.Span.From)), Date(ChinaTime.DateOf(pause.Span.To)));
        var days = $"{pause.WorkingDays} working day{(pause.WorkingDays == 1 ? "" : "s")}";
        var reason = pause.Span.Reason;
        return pause.Span.IsExpected
            ? new($"暂停：{from.Zh}起暂停计时（{reason.Zh}），预计{to.Zh}恢复，其间{pause.WorkingDays}个工作日不计；提前恢复的，日期相应提前。",
                $"Paused: from {from.En} ({reason.En}), expected to resume on {to.En}; the {days} between do not count. If it resumes earlier, the date is earlier.")
            : new($"暂停：{from.Zh}至{to.Zh}暂停计时（{reason.Zh}），其间{pause.WorkingDays}个工作日不计。",
                $"Paused: {from.En} to {to.En} ({reason.En}); the {days} between do not count.");
    }

    private static IEnumerable<Bilingual> HeldTo(DeadlineExplanation why)
    {
        if (why.HeldTo is not { } day)
            yield break;
        var date = Date(day);
        yield return new($"恢复计时后的首个工作日为{date.Zh}，期限不早于该日届满。", $"The first working day after the clock runs again is {date.En}; the period does not end before it.");
    }

    private static IEnumerable<Bilingual> Skipped(DeadlineExplanation why)
    {
        if (why.Rule.Mode != CountingMode.WorkingDays || why.Skipped.IsEmpty)
            yield break;
        var (weekends, holidays, makeUps) = why.Skipped;
        if (weekends > 0)
            yield return new($"不计：周末{weekends}天。", $"Not counted: {weekends} weekend day{(weekends == 1 ? "" : "s")}.");
        foreach (var holiday in holidays)
            yield return Holiday(holiday);
        foreach (var (date, holiday) in makeUps)
            yield return new($"计入：{Date(date).Zh}为{holiday.Zh}调休上班日。", $"Counted: {Date(date).En} is worked in exchange for {holiday.En}.");
    }

    private static Bilingual Holiday(HolidayPeriod holiday)
    {
        var (from, to) = (Date(holiday.From), Date(holiday.To));
        var days = holiday.To.DayNumber - holiday.From.DayNumber + 1;
        return days == 1
            ? new($"不计：{holiday.Name.Zh}1天（{from.Zh}）。", $"Not counted: {holiday.Name.En}, {from.En}.")
            : new($"不计：{holiday.Name.Zh}{days}天（{from.Zh}至{to.Zh}）。", $"Not counted: {holiday.Name.En}, {days} days ({from.En} to {to.En}).");
    }

    private static IEnumerable<Bilingual> Moved(DeadlineExplanation why)
    {
        if (!why.Moved)
            yield break;
        var (nominal, due) = (Date(why.NominalEnd), Date(why.DueDate));
        var named = why.Skipped.Holidays.Select(holiday => holiday.Name).Distinct().ToList();
        var zh = named.Count == 0 ? "周末" : string.Join("、", named.Select(name => name.Zh));
        var en = named.Count == 0 ? "weekend" : string.Join(", ", named.Select(name => name.En));
        yield return new($"最后一日{nominal.Zh}为休息日（{zh}），顺延至{due.Zh}。", $"The last day, {nominal.En}, is a day off ({en}), so the period ends on {due.En}.");
    }

    private static Bilingual End(Deadline deadline)
    {
        var date = Date(deadline.DueDate);
        var time = deadline.Explanation.EndsWithTheDay ? "24:00" : deadline.DueAt.ToString("HH:mm", CultureInfo.InvariantCulture);
        return new($"截止：{date.Zh}{time}（北京时间）。", $"Due: {date.En}, {time} China time.");
    }

    private static Bilingual Missing(int year) => new(
        $"注意：{year}年的日历尚未录入；最后一日如逢休息日将顺延，本日期未作顺延。",
        $"Note: there is no calendar of {year} yet. Should the last day be a day off, the period ends later; this date is the one before any move.");

    private static Bilingual Provisional(int year) => new(
        $"注意：{year}年节假日安排的通知尚未录入，本日期按放假办法推算，通知公布后可能变化。",
        $"Note: the holiday notice for {year} is not in the calendar yet; this date is computed from the holiday regulations and may change.");
}
