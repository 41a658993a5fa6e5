using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Tests.Venues;

/// <summary>Causes whose court is that of the dispute behind them.</summary>
public sealed class FollowingCauseTests
{
    private static readonly VenueEngine Engine = new(Reference.Library.Venues);

    [Theory]
    [InlineData("design-patent-infringement", "heze-intermediate")]
    [InlineData("copyright-infringement", "chengwu")]
    [InlineData("utility-model-patent", "jinan-ip")]
    public void A_pretrial_injunction_goes_to_the_court_of_the_case(string underlying, string court)
    {
        var candidate = Assert.Single(Engine.Answer(Question("pretrial-injunction", underlying)).Candidates);

        Assert.Equal(court, candidate.Court.Id);
        Assert.Contains(candidate.Bases, basis => basis.Id == "R15");
    }

    [Fact]
    public void The_confirmation_of_a_mediated_design_dispute_goes_to_the_intermediate_court()
    {
        var question = Question("judicial-confirmation", "design-patent-infringement") with
        {
            DefendantPlace = null,
            ActPlaces = [new ActPlace("mediation-seat", "371721")],
        };

        var answer = Engine.Answer(question);

        var candidate = Assert.Single(answer.Candidates);
        Assert.Equal("heze-intermediate", candidate.Court.Id);
        Assert.Contains(candidate.Bases, basis => basis.Id == "R16");
        Assert.Equal("P-KF-D", Assert.Single(answer.UncertainSignals).Id);
    }

    [Fact]
    public void The_confirmation_of_a_small_copyright_dispute_goes_to_the_basic_court_and_says_what_the_article_says()
    {
        var answer = Engine.Answer(Question("judicial-confirmation", "copyright-infringement"));

        Assert.Equal("chengwu", Assert.Single(answer.Candidates).Court.Id);
        Assert.Contains(answer.Notes, note => note.Zh.Contains("条文写明为基层人民法院", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_of_sale_does_not_found_a_confirmation()
    {
        var question = Question("judicial-confirmation", "design-patent-infringement") with
        {
            DefendantPlace = null,
            ActPlaces = [new ActPlace("place-of-sale", "371721")],
        };

        Assert.True(Engine.Answer(question).IsUnknown);
    }

    [Fact]
    public void The_court_that_invited_the_mediation_confirms_it()
    {
        var question = Question("judicial-confirmation", "design-patent-infringement") with { InvitedByCourt = "heze-development-zone" };

        Assert.Equal("heze-development-zone", Assert.Single(Engine.Answer(question).Candidates).Court.Id);
    }

    [Fact]
    public void Without_the_dispute_behind_it_the_court_is_unknown_and_asked_for()
    {
        var answer = Engine.Answer(Question("pretrial-injunction", null));

        Assert.True(answer.IsUnknown);
        Assert.Single(answer.Questions);
    }

    private static VenueQuestion Question(string cause, string? underlying) => new()
    {
        Cause = cause,
        UnderlyingCause = underlying,
        FilingDate = When.Day("2026-11-21"),
        AmountCny = 50_000,
        DefendantPlace = "371721",
    };
}
