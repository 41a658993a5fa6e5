using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Tests.Venues;

public sealed class ConnectingPointTests
{
    private static readonly VenueEngine Engine = new(Reference.Library.Venues);

    [Fact]
    public void The_place_of_use_founds_nothing_for_a_design()
    {
        var answer = Engine.Answer(Question("design-patent-infringement", "place-of-use"));

        Assert.True(answer.IsUnknown);
        Assert.Contains(answer.Notes, note => note.En.StartsWith("The place of use founds no jurisdiction", StringComparison.Ordinal));
    }

    [Fact]
    public void The_place_of_use_founds_jurisdiction_for_a_utility_model() =>
        Assert.Equal("jinan-ip", Assert.Single(Engine.Answer(Question("utility-model-patent", "place-of-use")).Candidates).Court.Id);

    [Theory]
    [InlineData("unfair-competition", "freely-chosen-delivery-address", null)]
    [InlineData("trademark-infringement", "place-of-result", null)]
    [InlineData("trademark-infringement", "buyer-delivery-address", SaleSetting.OnlineSale)]
    [InlineData("copyright-infringement", "place-of-manufacture", null)]
    public void A_point_without_authority_is_left_out_and_said(string cause, string point, SaleSetting? setting)
    {
        var answer = Engine.Answer(Question(cause, point) with { Setting = setting });

        Assert.True(answer.IsUnknown);
        Assert.NotEmpty(answer.Notes);
    }

    [Fact]
    public void The_place_of_shipment_counts_in_an_online_sale_with_its_own_authority()
    {
        var question = Question("trademark-infringement", "place-of-shipment");

        var court = Assert.Single(Engine.Answer(question with { Setting = SaleSetting.OnlineSale }).Candidates);

        Assert.Equal("chengwu", court.Court.Id);
        Assert.Contains(court.Bases, basis => basis.Id == "C-ONLINE-SALE");
        Assert.True(Engine.Answer(question).IsUnknown);
    }

    [Fact]
    public void A_livestream_point_makes_an_answer_that_must_be_confirmed()
    {
        var question = Question("design-patent-infringement", "place-of-broadcast-equipment") with { Setting = SaleSetting.Livestream };

        var court = Assert.Single(Engine.Answer(question).Candidates);

        Assert.Equal(0.55m, court.Confidence);
        Assert.True(court.NeedsLocalConfirmation);
    }

    [Fact]
    public void The_terminal_where_the_content_was_found_counts_only_when_nothing_else_is_known()
    {
        var question = Question("copyright-infringement", "terminal-where-found") with { Setting = SaleSetting.NetworkDissemination };

        Assert.Equal("terminal-where-found", Assert.Single(Engine.Answer(question).Candidates[0].FoundBy).Point);

        var withDefendant = Engine.Answer(question with { DefendantPlace = "3717KF" });
        Assert.Equal(["heze-development-zone"], withDefendant.Candidates.Select(candidate => candidate.Court.Id));
    }

    [Fact]
    public void Two_places_give_two_candidates_among_which_the_plaintiff_chooses()
    {
        var answer = Engine.Answer(Question("copyright-infringement", "storage-place") with { DefendantPlace = "371702" });

        Assert.Equal(["chengwu", "heze-development-zone"], answer.Candidates.Select(candidate => candidate.Court.Id));
        Assert.Equal("storage-place", answer.Candidates[0].FoundBy[0].Point);
        Assert.Equal("defendant-domicile", answer.Candidates[1].FoundBy[0].Point);
    }

    private static VenueQuestion Question(string cause, string point) => new()
    {
        Cause = cause,
        FilingDate = When.Day("2026-11-21"),
        AmountCny = 50_000,
        ActPlaces = [new ActPlace(point, "371721")],
    };
}
