using IpCenter.Casework.Firms;

namespace IpCenter.Casework.Examination;

/// <summary>How an application stands, in the words in which a firm's history is counted.</summary>
public enum FilingStanding
{
    Pending,
    Granted,
    Refused,
    Withdrawn,
    LeftFastLane,

    /// <summary>Ended otherwise: stopped after a fault of the process, for example. That is no judgement of the application.</summary>
    Other,
}

/// <summary>An application of the applicant, or of a firm that is tied to it.</summary>
/// <param name="WorkItemId">Its last examination task, where it has come that far.</param>
/// <param name="IsUnpublished">Known to the examining staff and the parties alone.</param>
public sealed record FirmFiling(
    Guid CaseId, Guid FirmId, string Number, string Title, string Stage, string? Outcome, DateTimeOffset SubmittedAt, Guid? WorkItemId, bool IsUnpublished)
{
    public FilingStanding Standing => StandingOf(Outcome);

    public static FilingStanding StandingOf(string? outcome) => outcome switch
    {
        null => FilingStanding.Pending,
        "granted" => FilingStanding.Granted,
        "withdrawn" or "deemed-withdrawn" => FilingStanding.Withdrawn,
        "left-fast-lane" => FilingStanding.LeftFastLane,
        "refused" or "office-refused" => FilingStanding.Refused,
        _ => FilingStanding.Other,
    };
}

/// <summary>The filings of one firm: all are counted, the last ones shown where they were asked for.</summary>
/// <param name="Link">By what it is tied to the applicant; <c>null</c>: it is the applicant.</param>
public sealed record FirmFilings(
    Guid FirmId, string FirmName, LinkedFirm? Link, IReadOnlyDictionary<FilingStanding, int> Counts, IReadOnlyList<FirmFiling> Last)
{
    public int Total => Counts.Values.Sum();

    public int Of(FilingStanding standing) => Counts.GetValueOrDefault(standing);
}

/// <summary>What the applicant and the firms tied to it have filed before.</summary>
/// <param name="FurtherLinked">Firms tied to it that are not listed: too many to read.</param>
/// <param name="KeptOutOf">Firms tied to it of whose cases the viewer keeps out: counted, not named.</param>
public sealed record FilingHistory(FirmFilings Own, IReadOnlyList<FirmFilings> Linked, int FurtherLinked, int KeptOutOf)
{
    /// <summary>The filings shown of which only the examining staff may know.</summary>
    public IEnumerable<Guid> Unpublished => Linked.Prepend(Own).SelectMany(f => f.Last).Where(f => f.IsUnpublished).Select(f => f.CaseId);
}
