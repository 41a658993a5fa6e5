using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Tests.Venues;

/// <summary>Every dated entry of the data holds on its first day and no longer on its end day.</summary>
public sealed class VenueEffectiveRangeTests
{
    private static readonly VenueDataSet Data = Reference.Library.Venues;
    private static readonly DateOnly LongAgo = new(2000, 1, 1);

    public static TheoryData<string> Powers => [.. Data.Powers.Where(power => power.Enabled).Select(power => power.Id)];

    public static TheoryData<string> Rules => [.. Data.Rules.Where(rule => rule.Power != "criminal-ip").Select(rule => rule.Id)];

    public static TheoryData<string> Hints => [.. Data.Hints.Select(hint => hint.Id)];

    public static TheoryData<string> HearingOptions => [.. Data.HearingOptions.Select(option => option.Id)];

    [Theory]
    [MemberData(nameof(Powers))]
    public void A_power_is_used_in_its_time_only(string id)
    {
        var power = Data.Powers.Single(power => power.Id == id);
        var always = Data with { Rules = [.. Data.Rules.Select(rule => rule with { EffectiveFrom = LongAgo, EffectiveTo = null })] };
        var rule = Data.Rules.First(rule => rule.Power == power.Power);
        var question = new VenueQuestion { Cause = rule.Causes[0], FilingDate = LongAgo, AmountCny = power.AmountFromCny ?? 1, DefendantPlace = power.Area[0] };

        AssertRange(always, question, power.EffectiveFrom, power.EffectiveTo, answer => answer.Candidates.Any(candidate => candidate.Bases.Any(basis => basis.Id == id)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_used_in_its_time_only(string id)
    {
        var rule = Data.Rules.Single(rule => rule.Id == id);
        var others = Data.Rules.Where(other => other.Id != id).Select(other => other with { EffectiveFrom = LongAgo, EffectiveTo = null });
        var always = Data with
        {
            Rules = [rule, .. others],
            Powers = [.. Data.Powers.Where(power => power.EffectiveTo is null).Select(power => power with { EffectiveFrom = LongAgo })],
        };
        var question = new VenueQuestion
        {
            Cause = rule.Causes[0],
            UnderlyingCause = "design-patent-infringement",
            FilingDate = LongAgo,
            DefendantPlace = "371721",
        };

        AssertRange(always, question, rule.EffectiveFrom, rule.EffectiveTo, answer => answer.Candidates.Any(candidate => candidate.Bases.Any(basis => basis.Id == id)));
    }

    [Theory]
    [MemberData(nameof(Hints))]
    public void A_hint_is_given_in_its_time_only(string id)
    {
        var hint = Data.Hints.Single(hint => hint.Id == id);
        var question = new VenueQuestion { Cause = hint.Causes[0], FilingDate = LongAgo, DefendantPlace = "110105" };

        AssertRange(Data, question, hint.EffectiveFrom, hint.EffectiveTo, answer => answer.Hints.Any(given => given.Basis.Id == id));
    }

    [Theory]
    [MemberData(nameof(HearingOptions))]
    public void A_hearing_option_is_offered_in_its_time_only(string id)
    {
        var option = Data.HearingOptions.Single(option => option.Id == id);
        var always = Data with
        {
            Rules = [.. Data.Rules.Select(rule => rule with { EffectiveFrom = LongAgo })],
            Powers = [.. Data.Powers.Where(power => power.EffectiveTo is null).Select(power => power with { EffectiveFrom = LongAgo })],
        };
        var cause = option.Court == "chengwu" ? "copyright-infringement" : "design-patent-infringement";
        var question = new VenueQuestion { Cause = cause, FilingDate = LongAgo, AmountCny = 1, DefendantPlace = "371721" };

        AssertRange(always, question, option.EffectiveFrom, option.EffectiveTo, answer => answer.Candidates[0].HearingOptions.Any(offered => offered.Id == id));
    }

    private static void AssertRange(VenueDataSet data, VenueQuestion question, DateOnly? from, DateOnly? to, Func<VenueAnswer, bool> isUsed)
    {
        var engine = new VenueEngine(data);
        var first = from ?? throw new InvalidOperationException("An entry in use has a first day.");
        Assert.False(isUsed(engine.Answer(question with { FilingDate = first.AddDays(-1) })));
        Assert.True(isUsed(engine.Answer(question with { FilingDate = first })));
        if (to is not { } end)
            return;
        Assert.True(isUsed(engine.Answer(question with { FilingDate = end.AddDays(-1) })));
        Assert.False(isUsed(engine.Answer(question with { FilingDate = end })));
    }
}
