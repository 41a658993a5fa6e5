namespace IpCenter.Casework.Letters;

/// <summary>Which letter goes with a notice of the process, and with an examiner's decision.</summary>
public static class LetterKinds
{
    /// <summary><c>null</c>: the notice has no letter.</summary>
    public static LetterKind? OfNotice(string template) => template switch
    {
        "pre-examination-passed" => LetterKind.Passed,
        "correction-request" => LetterKind.Correction,
        "refused" => LetterKind.Refused,
        "left-fast-lane" => LetterKind.LeftFastLane,
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

    /// <summary>What the applicant has to do next, by its deadline; <c>null</c> where nothing is due.</summary>
    public static string? DeadlineOf(LetterKind kind) => kind switch
    {
        LetterKind.Passed => Clocks.DeadlineKeys.OfficeFiling,
        LetterKind.Correction => Clocks.DeadlineKeys.Correction,
        _ => null,
    };
}
