using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Referrals;

/// <summary>
/// A dispute on its way to the court that may hear it. The venue is proposed by dated rules, confirmed
/// or overruled by an officer, and answered by that court's clerk.
/// </summary>
public sealed class Referral
{
    public required Guid Id { get; init; }

    /// <summary>The infringement report that it came from.</summary>
    public required Guid ReportId { get; init; }

    public required Guid FirmId { get; init; }

    /// <summary>Cause of action, a key of the venue data.</summary>
    public required string Cause { get; set; }

    /// <summary>Amount claimed in whole yuan; <c>null</c> = not yet known.</summary>
    public long? AmountYuan { get; set; }

    public required string DefendantName { get; set; }

    /// <summary>Administrative code of the defendant's domicile.</summary>
    public required string DefendantPlace { get; set; }

    /// <summary>Where something was done that founds jurisdiction (making, offering, shipping).</summary>
    public List<ActPlace> ActPlaces { get; set; } = [];

    /// <summary>The answer of the venue engine, with the version of the data it used, as JSON.</summary>
    public string? VenueAnswerJson { get; private set; }

    public string? ProposedCourtId { get; private set; }

    public string? CourtId { get; private set; }

    public string? OverruleReason { get; private set; }

    public string? HearingOptionId { get; private set; }

    public List<DossierEntry> Dossier { get; private set; } = [];

    public DateTimeOffset? SentAt { get; private set; }

    public string? CourtCaseNumber { get; private set; }

    public DateTimeOffset? HearingAt { get; private set; }

    public string? ReturnReason { get; private set; }

    public string? CourtOutcome { get; private set; }

    public int Version { get; private set; }

    public void Propose(string answerJson, string? courtId) => (VenueAnswerJson, ProposedCourtId) = (answerJson, courtId);

    public void Choose(string courtId, string? hearingOptionId, string? overruleReason) =>
        (CourtId, HearingOptionId, OverruleReason) = (courtId, hearingOptionId, overruleReason);

    public void File(List<DossierEntry> dossier) => Dossier = dossier;

    public void Send(DateTimeOffset at) => SentAt = at;

    public void Accept(string courtCaseNumber, DateTimeOffset? hearingAt) =>
        (CourtCaseNumber, HearingAt, ReturnReason) = (courtCaseNumber, hearingAt, null);

    public void Return(string reason) => ReturnReason = reason;

    public void Transfer(string courtId, string reason) => (CourtId, OverruleReason, SentAt) = (courtId, reason, null);

    public void Conclude(string outcome) => CourtOutcome = outcome;
}

/// <summary>One line of the dossier's index: what it is, whether it is there, and its hash.</summary>
public sealed record DossierEntry(string Key, bool Required, bool Present, string? Detail, string? Sha256);
