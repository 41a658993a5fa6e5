using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Letters;

/// <summary>Puts a last day, or that there is none to tell, into what a letter says of it.</summary>
internal static class LetterDues
{
    public static LetterDue Of(Deadline deadline)
    {
        var why = DeadlineWording.Explain(deadline);
        return new(
            deadline.DueDate, PartyWords.Of(new Bilingual(string.Concat(why.Select(w => w.Zh)), string.Join(' ', why.Select(w => w.En)))),
            AuthorityOf(deadline.Explanation.Rule));
    }

    /// <summary>Of an annual fee, whose year may have no calendar yet.</summary>
    public static LetterDue Of(AnnualFee fee)
    {
        var year = new Bilingual($"第{fee.Year}年度的年费。", $"The fee of year {fee.Year}. ");
        if (fee.Steps is [{ Why: { } why }, ..])
            return Of(why) is var due ? due with { Why = new(year.Zh + due.Why.Zh, year.En + due.Why.En) } : due;
        return new(fee.DueOn, new(
            $"{year.Zh}{fee.DueOn.Year}年的工作日历还没有公布，最后一日若是休息日，会顺延；请以国家知识产权局的缴费信息为准。",
            $"{year.En}There is no working calendar for {fee.DueOn.Year} yet; if the last day is a day off it moves later. What the national office says of the fee counts."));
    }

    /// <summary>A period of the law that runs from a day which is not known here.</summary>
    public static LetterDue FromUnknownDay(DeadlineRule rule)
    {
        var length = DeadlineWording.Length(rule);
        return new(null, new(
            $"自{rule.Trigger.Zh}之日起{length.Zh}（{rule.Basis?.Zh}）。本中心没有收到日的记录，请按收到国家知识产权局通知书之日计算。",
            $"{Capital(length.En)} from {rule.Trigger.En} ({rule.Basis?.En}). The centre has no record of that day: count from the day on which you received the notice."),
            AuthorityOf(rule));
    }

    /// <summary>A period of which the centre's data say nothing: no number is guessed.</summary>
    public static LetterDue Unknown(Bilingual what) => new(null,
        new($"{what.Zh}的期限在本中心的期限资料中没有收录，属于未知；请以国家知识产权局决定书上写明的期限为准，尽早办理。",
            $"The centre’s table of periods says nothing of the time for {what.En}: it is not known here. The time that the office’s decision names counts; act early."),
        new($"{what.Zh}：期限资料没有收录，未知（可信度0）。", $"{Capital(what.En)}: not in the table of periods, unknown (confidence 0)."));

    private static Bilingual AuthorityOf(DeadlineRule rule) => new(
        $"{rule.Name.Zh}：{rule.Basis?.Zh ?? rule.Source}（可信度{rule.Confidence:0.##}）。",
        $"{rule.Name.En}: {rule.Basis?.En ?? rule.Source} (confidence {rule.Confidence:0.##}).");

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
