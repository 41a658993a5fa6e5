using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Tests.Venues;

public sealed class VenuePreviewTests
{
    private static readonly VenueDataSet Data = Reference.Library.Venues;

    [Fact]
    public void A_change_shows_exactly_the_questions_whose_answer_it_changes()
    {
        VenueQuestion[] questions =
        [
            Question("copyright-infringement", "371721", "2027-03-01"),
            Question("copyright-infringement", "371721", "2027-02-28"),
            Question("copyright-infringement", "371702", "2027-03-01"),
            Question("design-patent-infringement", "371721", "2027-03-01"),
        ];

        var change = Assert.Single(VenuePreview.Compare(Data, TribunalInTheCounty.From(Data), questions));

        Assert.Same(questions[0], change.Question);
        Assert.Equal(["cao-county"], change.CourtsAdded.Select(court => court.Id));
        Assert.Equal(["chengwu"], change.CourtsRemoved.Select(court => court.Id));
        Assert.Equal("2026.11.21", change.Before.DataVersion);
        Assert.Equal("2027.03.01", change.After.DataVersion);
    }

    [Fact]
    public void A_new_version_without_new_content_changes_nothing() => Assert.Empty(VenuePreview.Compare(
        Data, Data with { Version = "2099" }, [Question("copyright-infringement", "371721", "2026-11-21")]));

    [Fact]
    public void A_confirmed_entry_is_a_change_even_if_the_court_stays()
    {
        var confirmed = Data with
        {
            Powers = [.. Data.Powers.Select(power => power.Id == "P-CW2" ? power with { NeedsLocalConfirmation = false, Confidence = 0.95m } : power)],
        };

        var change = Assert.Single(VenuePreview.Compare(Data, confirmed, [Question("copyright-infringement", "371721", "2026-11-21")]));

        Assert.Empty(change.CourtsAdded);
        Assert.False(change.After.Candidates[0].NeedsLocalConfirmation);
    }

    private static VenueQuestion Question(string cause, string place, string on) =>
        new() { Cause = cause, FilingDate = When.Day(on), AmountCny = 50_000, DefendantPlace = place };
}
