using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Referrals;

/// <summary>Asks the venue rules about a referral and keeps the whole answer with the version of the data that gave it.</summary>
public sealed class VenueProposal(ReferenceLibrary reference)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public VenueAnswer Propose(Referral referral, DateTimeOffset at)
    {
        var answer = new VenueEngine(reference.Venues).Answer(new VenueQuestion
        {
            Cause = referral.Cause,
            FilingDate = ChinaTime.DateOf(at),
            AmountCny = referral.AmountYuan,
            DefendantPlace = referral.DefendantPlace.Length == 0 ? null : referral.DefendantPlace,
            ActPlaces = referral.ActPlaces,
            Setting = SaleSetting.Livestream,
        });
        // One sure candidate is a proposal; several are a choice that the plaintiff makes.
        referral.Propose(JsonSerializer.Serialize(answer, Options), answer.Candidates.Count == 0 ? null : answer.Candidates[0].Court.Id);
        return answer;
    }

    /// <summary>The answer as it was given; <c>null</c> before the first proposal.</summary>
    public static VenueAnswer? AnswerOf(Referral referral) =>
        referral.VenueAnswerJson is null ? null : JsonSerializer.Deserialize<VenueAnswer>(referral.VenueAnswerJson, Options);
}
