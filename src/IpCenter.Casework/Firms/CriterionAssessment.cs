namespace IpCenter.Casework.Firms;

/// <summary>How a firm stands to a criterion.</summary>
public enum CriterionVerdict
{
    Met,
    NotMet,

    /// <summary>The software cannot tell, or the centre has not settled the question: somebody has to ask.</summary>
    Unknown,
}

/// <summary>
/// One criterion as it stood: what it asks, what was found, on what that rests. Kept with the decision, so that a later change of
/// the rules or of the firm does not change what was decided on.
/// </summary>
/// <param name="Facts">What was found.</param>
/// <param name="Source">Of the rule.</param>
/// <param name="Confidence">Of the rule, 0 to 1.</param>
/// <param name="SettledAs">What the officer found out where the software could not tell.</param>
public sealed record CriterionAssessment(
    string Key, Bilingual Name, CriterionVerdict Verdict, Bilingual Facts, Bilingual Rule, string Source, decimal Confidence,
    CriterionVerdict? SettledAs = null)
{
    /// <summary>With what the officer found out.</summary>
    public CriterionVerdict Standing => SettledAs ?? Verdict;
}
