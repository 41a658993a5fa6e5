using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Tests.Venues;

public sealed class VenueEngineTests
{
    private static readonly VenueDataSet Data = Reference.Library.Venues;
    private static readonly VenueEngine Engine = new(Data);

    [Fact]
    public void A_design_case_goes_to_the_intermediate_court_which_sits_on_circuit_in_the_county()
    {
        var answer = Ask("design-patent-infringement", 200_000, "371721", acts: new ActPlace("place-of-sale", "371721"));

        var court = Assert.Single(answer.Candidates);
        Assert.Equal("heze-intermediate", court.Court.Id);
        Assert.Equal(0.9m, court.Confidence);
        Assert.False(court.NeedsLocalConfirmation);
        Assert.Equal(["H-CX-CIRCUIT", "H-ONLINE"], court.HearingOptions.Select(option => option.Id));
        Assert.Equal(["defendant-domicile", "place-of-sale"], court.FoundBy.Select(point => point.Point));
        Assert.Equal(["R01", "P-HZ-D", "defendant-domicile", "C-DESIGN"], court.Bases.Select(basis => basis.Id));
        Assert.Equal("曹县城区出发约58公里，驾车约60分钟", Assert.Single(court.Journeys).Words().Zh);
        Assert.Equal("2026.11.21", answer.DataVersion);
    }

    [Fact]
    public void A_small_copyright_case_goes_to_Chengwu_and_must_be_confirmed()
    {
        var court = Assert.Single(Ask("copyright-infringement", 50_000, "371721").Candidates);

        Assert.Equal("chengwu", court.Court.Id);
        Assert.True(court.NeedsLocalConfirmation);
        Assert.Equal(0.65m, court.Confidence);
    }

    [Theory]
    [InlineData("copyright-infringement", 1_000_000, "371721", "heze-intermediate")]
    [InlineData("copyright-infringement", 999_999.99, "371721", "chengwu")]
    [InlineData("utility-model-patent", 300_000, "371721", "jinan-ip")]
    [InlineData("trademark-infringement", 80_000, "3717KF", "heze-development-zone")]
    [InlineData("admin-design-patent", 0, "371721", "heze-intermediate")]
    [InlineData("well-known-trademark-recognition", 10, "371721", "heze-intermediate")]
    [InlineData("patent-validity", 0, null, "beijing-ip")]
    [InlineData("appeal-design-patent", 0, null, "shandong-high")]
    [InlineData("appeal-utility-model", 0, null, "shandong-high")]
    [InlineData("appeal-invention", 0, null, "supreme-ip")]
    public void A_cause_and_an_amount_lead_to_one_court(string cause, double amount, string? defendant, string expected) =>
        Assert.Equal([expected], Courts(Ask(cause, (decimal)amount, defendant)));

    [Fact]
    public void Before_any_rule_the_answer_is_unknown_and_sends_to_the_filing_window()
    {
        var answer = Ask("copyright-infringement", 50_000, "371721", on: "2022-04-30");

        Assert.Empty(answer.Candidates);
        Assert.True(answer.IsUnknown);
        Assert.Contains("2022-05-01", answer.Unknown!.Zh, StringComparison.Ordinal);
        Assert.Contains("立案庭", answer.Unknown.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_tribunal_in_the_county_is_a_change_of_data()
    {
        var engine = new VenueEngine(TribunalInTheCounty.From(Data));

        Assert.Equal(["cao-county"], Courts(engine.Answer(Question("copyright-infringement", 50_000, "371721", "2027-03-01"))));
        Assert.Equal(["chengwu"], Courts(engine.Answer(Question("copyright-infringement", 50_000, "371721", "2027-02-28"))));
        Assert.Equal(["chengwu"], Courts(engine.Answer(Question("copyright-infringement", 50_000, "371723", "2027-03-01"))));
        Assert.Equal(["heze-intermediate"], Courts(engine.Answer(Question("design-patent-infringement", 50_000, "371721", "2027-03-01"))));
    }

    [Fact]
    public void A_seller_in_Hangzhou_brings_the_hint_of_the_Internet_court_and_leaves_the_place_of_the_act()
    {
        var answer = Ask("unfair-competition", 60_000, "330106", acts: new ActPlace("place-of-act", "371721"));

        Assert.Equal(["chengwu"], Courts(answer));
        Assert.Equal("杭州互联网法院", Assert.Single(answer.Hints).Court.Zh);
        Assert.Contains(answer.Notes, note => note.Zh.StartsWith("330106", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unfair-competition-online", "2025-10-31", 0)]
    [InlineData("unfair-competition-online", "2025-11-01", 1)]
    [InlineData("copyright-infringement-online", "2025-10-31", 1)]
    [InlineData("copyright-infringement-online", "2025-11-01", 0)]
    public void The_Internet_courts_changed_their_causes_in_November_2025(string cause, string on, int hints) =>
        Assert.Equal(hints, Ask(cause, 1, "330106", on).Hints.Count);

    [Theory]
    [InlineData("2022-05-01", "P-CW", false)]
    [InlineData("2025-09-30", "P-CW", false)]
    [InlineData("2025-10-01", "P-CW2", true)]
    public void The_entry_in_force_on_the_filing_date_is_used(string on, string power, bool confirm)
    {
        var court = Assert.Single(Ask("copyright-infringement", 1, "371721", on).Candidates);

        Assert.Contains(court.Bases, basis => basis.Id == power);
        Assert.Equal(confirm, court.NeedsLocalConfirmation);
    }

    [Theory]
    [InlineData("2023-11-30", false)]
    [InlineData("2023-12-01", true)]
    public void The_circuit_tribunal_is_offered_from_its_first_day(string on, bool offered) =>
        Assert.Equal(offered, Ask("design-patent-infringement", 1, "371721", on).Candidates[0].HearingOptions.Any(option => option.Id == "H-CX-CIRCUIT"));

    [Fact]
    public void A_missing_amount_gives_both_levels_with_their_conditions_and_a_question()
    {
        var answer = Ask("copyright-infringement", null, "371721");

        Assert.Equal(["heze-intermediate", "chengwu"], Courts(answer));
        Assert.Equal(["诉讼标的额在1,000,000元以上（含本数）的", "诉讼标的额低于1,000,000元的"], answer.Candidates.Select(court => court.Condition?.Zh));
        Assert.StartsWith("诉讼标的额是多少", Assert.Single(answer.Questions).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_case_needs_no_amount() => Assert.Empty(Ask("design-patent-infringement", null, "371721").Questions);

    [Fact]
    public void Entries_that_are_not_confirmed_are_named_and_never_used()
    {
        var answer = Ask("design-patent-infringement", 1, "371721");

        Assert.Equal("P-KF-D", Assert.Single(answer.UncertainSignals).Id);
        Assert.DoesNotContain("heze-development-zone", Courts(answer));
        Assert.Equal("P-CX", Assert.Single(Ask("copyright-infringement", 1, "371721").UncertainSignals).Id);
    }

    [Fact]
    public void A_disabled_rule_is_named_and_never_used()
    {
        var data = Data with { Rules = [.. Data.Rules.Select(rule => rule.Id == "R12" ? rule with { Enabled = false } : rule)] };

        var answer = new VenueEngine(data).Answer(Question("appeal-design-patent", null, null, "2026-11-21"));

        Assert.True(answer.IsUnknown);
        Assert.Equal(("R12", "山东省高级人民法院"), (answer.UncertainSignals.Single().Id, answer.UncertainSignals.Single().Court.Zh));
    }

    [Fact]
    public void Of_two_rules_for_a_cause_the_one_of_higher_priority_decides()
    {
        var special = Data.Rules.Single(rule => rule.Id == "R01") with { Id = "R99", Priority = 101, Power = null, Court = "beijing-ip" };

        var answer = new VenueEngine(Data with { Rules = [.. Data.Rules, special] }).Answer(Question("design-patent-infringement", 1, "371721", "2026-11-21"));

        Assert.Equal(["beijing-ip"], Courts(answer));
    }

    [Fact]
    public void Whether_a_county_government_acted_decides_an_administrative_case()
    {
        var question = Question("admin-general-ip", null, "371721", "2026-11-21");

        Assert.Equal(["heze-intermediate"], Courts(Engine.Answer(question with { AuthorityIsCountyOrAbove = true })));
        Assert.Equal(["chengwu"], Courts(Engine.Answer(question with { AuthorityIsCountyOrAbove = false })));
        var open = Engine.Answer(question);
        Assert.Equal(2, open.Candidates.Count);
        Assert.Contains(open.Questions, asked => asked.Zh.StartsWith("行政行为由哪一级", StringComparison.Ordinal));
    }

    [Fact]
    public void Major_cases_of_a_utility_model_appeal_are_a_hint_to_the_supreme_court() =>
        Assert.Equal("最高人民法院知识产权法庭", Assert.Single(Ask("appeal-utility-model", null, null).Hints).Court.Zh);

    [Fact]
    public void A_crime_has_no_court_in_the_data_and_the_way_to_the_police_is_noted()
    {
        var answer = Ask("ip-crime", null, "371721");

        Assert.True(answer.IsUnknown);
        Assert.Contains(answer.Notes, note => note.Zh.Contains("公安机关", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_cause_and_a_case_without_place_are_unknown()
    {
        Assert.True(Ask("divorce", 1, "371721").IsUnknown);
        var noPlace = Ask("design-patent-infringement", 1, null);
        Assert.True(noPlace.IsUnknown);
        Assert.NotEmpty(noPlace.Questions);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("37172")]
    [InlineData("3717XX")]
    public void An_unknown_place_code_is_named_and_left_out(string code)
    {
        var answer = Ask("design-patent-infringement", 1, code);

        Assert.True(answer.IsUnknown);
        Assert.Contains(answer.Notes, note => note.En.Contains($"'{code}'", StringComparison.Ordinal));
    }

    [Fact]
    public void An_amount_for_which_no_rule_names_a_court_is_unknown() =>
        Assert.True(Ask("malicious-ip-litigation", 2_000_000, "371721").IsUnknown);

    private static VenueAnswer Ask(string cause, decimal? amount, string? defendant, string on = "2026-11-21", params ActPlace[] acts) =>
        Engine.Answer(Question(cause, amount, defendant, on) with { ActPlaces = acts });

    private static VenueQuestion Question(string cause, decimal? amount, string? defendant, string on) =>
        new() { Cause = cause, FilingDate = When.Day(on), AmountCny = amount, DefendantPlace = defendant };

    private static IEnumerable<string> Courts(VenueAnswer answer) => answer.Candidates.Select(candidate => candidate.Court.Id);
}
