using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Staffing;

public sealed class DistributionRuleTests
{
    private static readonly DistributionSettings Settings = Reference.Library.Desk.Distribution;

    private static readonly TaskToGive Task = new("02-02", new DateOnly(2026, 11, 20));

    [Fact]
    public void The_least_loaded_of_those_who_know_the_class_gets_it_and_the_reason_says_so()
    {
        var allotment = Choose(One("张文清", 5, 5), One("孙雅丽", 3, 3), One("何淑敏", 7, 7), One("周静宜", 0, 0) with { Level = null });

        Assert.Equal("孙雅丽", allotment.Reason.Chosen!.Name);
        var words = AllocationWording.Explain(AllocationKind.Distributed, allotment.Reason);
        Assert.Equal("分配给孙雅丽，因为：02-02 类（熟练），手上 3 件，张文清 5 件、何淑敏 7 件，11月20日前一直在岗。未考虑：周静宜（不办理该类别）。", words.Zh);
        Assert.Equal(
            "given to 孙雅丽 because: class 02-02 (practised), 3 open against 5 (张文清) and 7 (何淑敏), here until 20 Nov. Left out: 周静宜 (does not examine the class).",
            words.En);
    }

    [Fact]
    public void Urgent_tasks_weigh_more_than_many_and_the_reason_shows_the_weight()
    {
        var allotment = Choose(One("甲", 3, 6), One("乙", 4, 4.5m));

        Assert.Equal("乙", allotment.Reason.Chosen!.Name);
        Assert.Contains("手上 4 件（按急缓折合 4.5），甲 3 件（按急缓折合 6）", AllocationWording.Explain(AllocationKind.Distributed, allotment.Reason).Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SkillLevel.Expert, 6, SkillLevel.Practised, 5, "甲")]
    [InlineData(SkillLevel.Learning, 4, SkillLevel.Practised, 5, "乙")]
    [InlineData(SkillLevel.Practised, 5, SkillLevel.Practised, 5, "乙")]
    public void Loads_are_compared_by_level(SkillLevel first, int firstLoad, SkillLevel second, int secondLoad, string chosen)
    {
        // Of two who are alike the name decides: 乙 stands before 甲.
        var allotment = Choose(One("甲", firstLoad, firstLoad) with { Level = first }, One("乙", secondLoad, secondLoad) with { Level = second });

        Assert.Equal(chosen, allotment.Reason.Chosen!.Name);
    }

    [Theory]
    [InlineData(NotEligible.FirstReading)]
    [InlineData(NotEligible.OwnFirm)]
    [InlineData(NotEligible.GaveBack)]
    public void Who_has_to_keep_out_does_not_get_it_however_little_they_have(string why)
    {
        var allotment = Choose(One("甲", 0, 0) with { KeepsOut = why }, One("乙", 9, 9));

        Assert.Equal("乙", allotment.Reason.Chosen!.Name);
        Assert.Equal(why, Assert.Single(allotment.Reason.Others).Out);
    }

    [Fact]
    public void Who_is_away_before_the_day_gets_it_only_when_all_are()
    {
        var leaves = One("甲", 0, 0) with { AwayFrom = new DateOnly(2026, 11, 19) };
        var stays = One("乙", 9, 9);

        Assert.Equal("乙", Choose(leaves, stays).Reason.Chosen!.Name);
        Assert.Equal(NotEligible.AwayBeforeDue, Choose(leaves, stays).Reason.Others.Single().Out);
        var alone = Choose(leaves);
        Assert.Equal(leaves.PersonId, alone.PersonId);
        Assert.Equal(new DateOnly(2026, 11, 18), alone.Reason.HereUntil);
        Assert.Contains("没有其他合适人员", AllocationWording.Explain(AllocationKind.Distributed, alone.Reason).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_is_eligible_nobody_gets_it_and_every_reason_is_named()
    {
        var allotment = Choose(One("甲", 0, 0) with { IsAwayToday = true, AwayFrom = new DateOnly(2026, 11, 16) }, One("乙", 0, 0) with { Level = null });

        Assert.Null(allotment.PersonId);
        Assert.Equal(
            "没有可分配的人员（02-02 类）。未考虑：甲（今日不在岗）、乙（不办理该类别）。", AllocationWording.Explain(AllocationKind.Nobody, allotment.Reason).Zh);
        Assert.Equal(
            "Nobody can take it (class 02-02). Left out: 甲 (away today), 乙 (does not examine the class).",
            AllocationWording.Explain(AllocationKind.Nobody, allotment.Reason).En);
    }

    [Fact]
    public void Without_a_class_everybody_of_the_queue_is_eligible() =>
        Assert.Equal("乙", DistributionRule.Choose(new(null, null), [One("甲", 2, 2) with { Level = null }, One("乙", 1, 1) with { Level = null }], Settings).Reason.Chosen!.Name);

    [Fact]
    public void The_same_people_in_any_order_give_the_same_person()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 300; round++)
        {
            var people = Enumerable.Range(0, random.Next(1, 8)).Select(i => One($"人{i}", random.Next(4), random.Next(4)) with
            {
                Level = random.Next(4) is var level && level < 3 ? (SkillLevel)level : null,
                IsAwayToday = random.Next(5) == 0,
                AwayFrom = random.Next(4) == 0 ? new DateOnly(2026, 11, 19) : null,
            }).ToArray();
            var chosen = Choose(people).PersonId;
            random.Shuffle(people);

            Assert.Equal(chosen, Choose(people).PersonId);
            Assert.True(chosen is null || people.Single(p => p.PersonId == chosen) is { IsAwayToday: false, Level: not null });
        }
    }

    [Theory]
    [InlineData("02-02", SkillLevel.Expert)]
    [InlineData("02-03", SkillLevel.Practised)]
    [InlineData("03-01", null)]
    [InlineData("20-02", null)]
    public void The_most_exact_skill_counts(string locarnoClass, SkillLevel? level) =>
        Assert.Equal(level, ClassSkill.LevelFor(locarnoClass, [("02", SkillLevel.Practised), ("02-02", SkillLevel.Expert)]));

    private static Allotment Choose(params Candidate[] people) => DistributionRule.Choose(Task, people, Settings);

    private static Candidate One(string name, int open, decimal load) =>
        new() { PersonId = SampleCentre.IdOf(name), Name = name, Open = open, Load = load, Level = SkillLevel.Practised };
}
