using IpCenter.Casework.Quality;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Quality;

public sealed class SampleRuleTests
{
    private static readonly SampleSettings Settings = Reference.Library.Sample;

    private static readonly SampledCase Usual = new("09-03", false, 100, SkillLevel.Expert, 0, 0);

    private static readonly SampleLoad Free = new(0, 0, 0, 2);

    public static TheoryData<SampledCase, string> Cases { get; } = new()
    {
        { Usual, "usual" },
        { Usual with { HasRecordedSign = true }, "sign" },
        { Usual with { HasRecordedSign = true, PassedBefore = 0 }, "sign" },
        { Usual with { PassedBefore = 19 }, "new-examiner" },
        { Usual with { PassedBefore = 20 }, "usual" },
        { Usual with { Skill = SkillLevel.Learning }, "learning" },
        { Usual with { Skill = SkillLevel.Learning, PassedBefore = 3 }, "new-examiner" },
        { Usual with { UnreadInCell = 9 }, "usual" },
        { Usual with { UnreadInCell = 10 }, "unread" },
        { Usual with { ReturnedBefore = 2 }, "returned" },
        { Usual with { WasReturned = true, PassedBefore = 3 }, "returned-case" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_falls_into_the_stratum_with_the_highest_share_that_fits(SampledCase facts, string stratum) =>
        Assert.Equal(stratum, SampleRule.StratumOf(facts, Settings).Key);

    [Theory]
    [InlineData(0.0999, DrawResult.Drawn)]
    [InlineData(0.1, DrawResult.NotDrawn)]
    [InlineData(0.9, DrawResult.NotDrawn)]
    public void Below_the_share_it_is_drawn(double number, DrawResult result) =>
        Assert.Equal(result, SampleRule.Draw(number, SampleRule.StratumOf(Usual, Settings), Free, Settings.Caps));

    [Theory]
    [InlineData(6, 6, 0, 2, DrawResult.DayFull)]
    [InlineData(0, 20, 0, 2, DrawResult.WeekFull)]
    [InlineData(0, 0, 8, 2, DrawResult.ReadersFull)]
    [InlineData(0, 0, 7, 2, DrawResult.Drawn)]
    [InlineData(0, 0, 0, 0, DrawResult.ReadersFull)]
    public void Enough_is_enough_for_a_day_a_week_and_each_reader(int today, int week, int open, int readers, DrawResult result) =>
        Assert.Equal(result, SampleRule.Draw(0.09, SampleRule.StratumOf(Usual, Settings), new(today, week, open, readers), Settings.Caps));

    [Theory]
    [InlineData(0.0249, 6, 6, 0, 2, DrawResult.Drawn)]
    [InlineData(0.025, 6, 6, 0, 2, DrawResult.DayFull)]
    [InlineData(0, 0, 20, 0, 2, DrawResult.Drawn)]
    [InlineData(0, 0, 0, 0, 0, DrawResult.Drawn)]
    [InlineData(0, 12, 12, 0, 2, DrawResult.DayFull)]
    [InlineData(0, 1, 40, 0, 2, DrawResult.WeekFull)]
    public void Above_a_cap_the_chance_is_a_quarter_until_twice_the_cap(double number, int today, int week, int open, int readers, DrawResult result) =>
        Assert.Equal(result, SampleRule.Draw(number, SampleRule.StratumOf(Usual, Settings), new(today, week, open, readers), Settings.Caps));

    [Fact]
    public void A_case_with_a_recorded_sign_is_read_however_much_was_drawn() =>
        Assert.Equal(DrawResult.Drawn, SampleRule.Draw(0.999, SampleRule.StratumOf(Usual with { HasRecordedSign = true }, Settings), new(99, 99, 99, 0), Settings.Caps));

    [Fact]
    public void The_numbers_of_a_seed_are_spread_evenly_and_another_seed_gives_others()
    {
        var (one, other) = (SampleSeed.Make("2026-11", CaseworkHost.Monday), SampleSeed.Make("2026-11", CaseworkHost.Monday));
        var cases = Enumerable.Range(0, 4000).Select(i => SampleCentre.IdOf($"{i}")).ToList();

        var numbers = cases.Select(id => one.NumberOf(id, 1)).ToList();

        Assert.All(numbers, n => Assert.InRange(n, 0, 1));
        Assert.InRange(numbers.Count(n => n < 0.1), 300, 500);
        Assert.Equal(numbers, cases.Select(id => one.NumberOf(id, 1)));
        Assert.NotEqual(numbers, cases.Select(id => other.NumberOf(id, 1)));
        Assert.NotEqual(numbers, cases.Select(id => one.NumberOf(id, 2)));
    }

    [Fact]
    public void A_draw_that_was_not_made_by_its_seed_is_found_out()
    {
        var seed = SampleSeed.Make("2026-11", CaseworkHost.Monday);
        var id = SampleCentre.IdOf("case");
        var number = seed.NumberOf(id, 1);

        Assert.True(Draw(number, 0, DrawResult.NotDrawn).Follows(seed));
        Assert.True(Draw(number, 1, DrawResult.DayFull).Follows(seed));
        Assert.False(Draw(number / 2, 0, DrawResult.NotDrawn).Follows(seed));
        Assert.False(Draw(number, 0, DrawResult.Drawn).Follows(seed));
        Assert.False(Draw(number, 1, DrawResult.NotDrawn).Follows(seed));
        Assert.False(Draw(number, 1, DrawResult.Drawn).Follows(SampleSeed.Make("2026-11", CaseworkHost.Monday)));

        SampleDraw Draw(double drawn, double share, DrawResult result) => new()
        {
            Id = id,
            CaseId = id,
            Round = 0,
            Attempt = 1,
            ExaminerId = null,
            ExaminerName = "",
            LocarnoClass = "09-03",
            Outcome = "pass",
            Stratum = "usual",
            Share = share,
            Period = "2026-11",
            Number = drawn,
            Result = result,
            At = CaseworkHost.Monday,
        };
    }
}
