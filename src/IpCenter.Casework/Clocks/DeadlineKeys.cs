namespace IpCenter.Casework.Clocks;

/// <summary>The periods on which the centre's own processes wait. The library refuses data that lacks one.</summary>
public static class DeadlineKeys
{
    public const string Examination = "examination";
    public const string ExaminationWarning = "examination-warning";
    public const string SecondReading = "second-reading";
    public const string Correction = "correction";
    public const string OfficeFiling = "office-filing";
    public const string FilingFee = "filing-fee";
    public const string MarkFastTrack = "mark-fast-track";
    public const string OfficeDecision = "office-decision";
    public const string SameDay = "same-day";
    public const string ProcuratorAnswer = "procurator-answer";
    public const string PlatformResponse = "platform-response";
    public const string CounterNotice = "counter-notice";
    public const string Mediation = "mediation";
    public const string JudicialConfirmation = "judicial-confirmation";
    public const string VenueConfirmation = "venue-confirmation";
    public const string Dossier = "dossier";
    public const string CourtIntake = "court-intake";
    public const string CourtOutcome = "court-outcome";
    public const string ServiceAccept = "service-accept";
    public const string ServiceAnswer = "service-answer";
    public const string ServiceClose = "service-close";

    public static IReadOnlyList<string> All { get; } =
    [
        Examination, ExaminationWarning, SecondReading, Correction, OfficeFiling, FilingFee, MarkFastTrack, OfficeDecision, SameDay,
        ProcuratorAnswer, PlatformResponse, CounterNotice, Mediation, JudicialConfirmation, VenueConfirmation, Dossier, CourtIntake,
        CourtOutcome, ServiceAccept, ServiceAnswer, ServiceClose,
    ];
}
