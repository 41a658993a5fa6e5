using IpCenter.Casework.Applications;
using IpCenter.Casework.Office;

namespace IpCenter.Casework.Letters;

/// <summary>Which letter goes with a notice, and with a decision of an examiner or of the office.</summary>
public static class LetterKinds
{
    /// <summary>Of those that the process sends; <c>null</c>: the notice has no letter.</summary>
    public static LetterKind? OfNotice(string template, DesignApplication application) => template switch
    {
        "pre-examination-passed" => LetterKind.Passed,
        "correction-request" => LetterKind.Correction,
        "refused" => LetterKind.Refused,
        // Lost for the fee: the letter says what the law still allows, and until when.
        "left-fast-lane" => application.LeftFastLaneReason == LeaveReasons.FeeLate ? LetterKind.FeeLate : LetterKind.LeftFastLane,
        "registration-due" => LetterKind.GrantNotice,
        "granted" => LetterKind.Registered,
        "office-refused" => LetterKind.OfficeRefused,
        "deemed-withdrawn" => LetterKind.DeemedWithdrawn,
        "deemed-abandoned" => LetterKind.DeemedAbandoned,
        _ => null,
    };

    public static LetterKind OfOutcome(string outcome) => outcome switch
    {
        "pass" => LetterKind.Passed,
        "correct" => LetterKind.Correction,
        "refuse" => LetterKind.Refused,
        "leave" => LetterKind.LeftFastLane,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No letter is written for this outcome."),
    };

    /// <summary>Of what came back from the office, as its task names it; <c>null</c>: no letter goes out.</summary>
    public static LetterKind? OfOfficeOutcome(string? outcome) => outcome switch
    {
        RecordGrantNotice.Outcome => LetterKind.GrantNotice,
        "granted" => LetterKind.Registered,
        "refused" => LetterKind.OfficeRefused,
        "deemed-withdrawn" => LetterKind.DeemedWithdrawn,
        RecordOfficeDecision.Abandoned => LetterKind.DeemedAbandoned,
        RestoreFastLane.Outcome => LetterKind.FastLaneRestored,
        _ => null,
    };

    /// <summary>What the applicant has to do next at the centre, by its deadline; <c>null</c> where nothing is due there.</summary>
    public static string? DeadlineOf(LetterKind kind) => kind switch
    {
        LetterKind.Passed => Clocks.DeadlineKeys.OfficeFiling,
        LetterKind.Correction => Clocks.DeadlineKeys.Correction,
        _ => null,
    };
}
