namespace IpCenter.Casework.Clocks;

/// <summary>The periods on which the centre's own processes wait and by which its register counts. The library refuses data that lacks one.</summary>
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
    public const string OwedDocument = "owed-document";
    public const string ReturnedDocument = "returned-document";
    public const string FeeProof = "fee-proof";
    public const string NoticeAcknowledgement = "notice-acknowledgement";
    public const string FilingFeeByLaw = "d01-filing-fee";
    public const string FilingFeeByLawAfterNotice = "d01-filing-fee-after-notice";
    public const string Registration = "d06-registration";
    public const string Restoration = "d09-restoration";
    public const string RegistrationProof = "registration-proof";
    public const string OfficeAnnouncement = "office-announcement";
    public const string ServiceAccept = "service-accept";
    public const string ServiceAnswer = "service-answer";
    public const string ServiceClose = "service-close";

    public const string AnnualFee = "d07-annual-fee";
    public const string AnnualFeeGrace = "d07-annual-fee-grace";
    public const string EvaluationReport = "d08-evaluation-report";

    /// <summary>Not among those that the data must have: its length was not found in writing. Once it stands in the data it is counted.</summary>
    public const string ReExamination = "re-examination";

    public static IReadOnlyList<string> All { get; } =
    [
        Examination, ExaminationWarning, SecondReading, Correction, OfficeFiling, FilingFee, MarkFastTrack, OfficeDecision, SameDay,
        ProcuratorAnswer, PlatformResponse, CounterNotice, Mediation, JudicialConfirmation, VenueConfirmation, Dossier, CourtIntake,
        CourtOutcome, OwedDocument, ReturnedDocument, FeeProof, NoticeAcknowledgement, FilingFeeByLaw, FilingFeeByLawAfterNotice,
        ServiceAccept, ServiceAnswer, ServiceClose, AnnualFee, AnnualFeeGrace, EvaluationReport, Registration, Restoration, RegistrationProof, OfficeAnnouncement,
    ];
}
