using System.Globalization;

namespace IpCenter.Casework.Staffing;

/// <summary>Says in words why a task went to somebody, or to nobody: for the queue, for the supervisor and for whoever got it.</summary>
public static class AllocationWording
{
    public static Bilingual Explain(AllocationKind kind, AllocationReason reason) => kind switch
    {
        AllocationKind.Distributed or AllocationKind.Moved when reason.Chosen is { } chosen => Given(chosen, reason),
        AllocationKind.Nobody => Nobody(reason),
        AllocationKind.GivenBack => reason.Words is { } words
            ? new($"退回队列：{words}", $"Given back: {words}")
            : new("退回队列", "Given back"),
        _ => new("由督导人员分配", "Assigned by a supervisor"),
    };

    private static Bilingual Given(Considered chosen, AllocationReason reason)
    {
        List<Bilingual> facts = [];
        if (reason.LocarnoClass is { } locarno)
            facts.Add(chosen.Level is { } level
                ? new($"{locarno} 类（{Level(level).Zh}）", $"class {locarno} ({Level(level).En})")
                : new($"{locarno} 类", $"class {locarno}"));
        facts.Add(Load(chosen, [.. reason.Others.Where(o => o.Out is null)]));
        if (reason.HereUntil is { } until)
            facts.Add(new($"{Zh(until)}前一直在岗", $"here until {En(until)}"));
        var taken = reason.TakenFrom is { } from ? new Bilingual($"{from}不在岗；", $"{from} is away; ") : new("", "");
        return new(
            $"{taken.Zh}分配给{chosen.Name}，因为：{string.Join("，", facts.Select(f => f.Zh))}。{LeftOut(reason).Zh}",
            $"{taken.En}given to {chosen.Name} because: {string.Join(", ", facts.Select(f => f.En))}. {LeftOut(reason).En}".TrimEnd());
    }

    private static Bilingual Load(Considered chosen, IReadOnlyList<Considered> others) => others.Count == 0
        ? new($"手上 {Count(chosen)}，没有其他合适人员", $"{CountEn(chosen)} open, nobody else is eligible")
        : new(
            $"手上 {Count(chosen)}，{string.Join("、", others.Select(o => $"{o.Name} {Count(o)}"))}",
            $"{CountEn(chosen)} open against {string.Join(" and ", others.Select(o => $"{CountEn(o)} ({o.Name})"))}");

    private static Bilingual Nobody(AllocationReason reason)
    {
        var left = LeftOut(reason);
        return new(
            reason.LocarnoClass is { } zh ? $"没有可分配的人员（{zh} 类）。{left.Zh}" : $"没有可分配的人员。{left.Zh}",
            (reason.LocarnoClass is { } en ? $"Nobody can take it (class {en}). {left.En}" : $"Nobody can take it. {left.En}").TrimEnd());
    }

    private static Bilingual LeftOut(AllocationReason reason)
    {
        var left = reason.Others.Where(o => o.Out is not null).ToList();
        return left.Count == 0
            ? new("", "")
            : new(
                $"未考虑：{string.Join("、", left.Select(o => $"{o.Name}（{Why(o.Out!).Zh}）"))}。",
                $"Left out: {string.Join(", ", left.Select(o => $"{o.Name} ({Why(o.Out!).En})"))}.");
    }

    public static Bilingual Level(SkillLevel level) => level switch
    {
        SkillLevel.Learning => new("学习中", "learning"),
        SkillLevel.Practised => new("熟练", "practised"),
        SkillLevel.Expert => new("专长", "expert"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    private static Bilingual Why(string code) => code switch
    {
        NotEligible.Absent => new("今日不在岗", "away today"),
        NotEligible.AwayBeforeDue => new("期限前不在岗", "away before the due day"),
        NotEligible.NoSkill => new("不办理该类别", "does not examine the class"),
        NotEligible.FirstReading => new("作出了第一次决定", "made the first decision"),
        NotEligible.OwnFirm => new("与该企业有关系，回避", "has a relation to the firm"),
        NotEligible.GaveBack => new("已退回过这项任务", "gave this task back"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    /// <summary>The weighted load stands there where it differs from the count: it decided.</summary>
    private static string Count(Considered one) => one.Load == one.Open ? $"{one.Open} 件" : $"{one.Open} 件（按急缓折合 {Number(one.Load)}）";

    private static string CountEn(Considered one) => one.Load == one.Open ? $"{one.Open}" : $"{one.Open} (weighing {Number(one.Load)})";

    private static string Number(decimal load) => load.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Zh(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    private static string En(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
