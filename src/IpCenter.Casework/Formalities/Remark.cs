using IpCenter.Casework.Formalities.Catalogue;

namespace IpCenter.Casework.Formalities;

/// <summary>
/// One automatic answer of the formality check. It says what is wrong in words for a merchant, how to mend it, where,
/// under which rule, and what was measured. A person may overrule it with a reason.
/// </summary>
/// <param name="RuleId">The rule of the catalogue, for example "BRIEF-01".</param>
/// <param name="Case">Which defect under the rule, for example "use-missing".</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="OnSubmission">What it means for the submission while it is unsolved.</param>
/// <param name="Place">The field, design or view that it belongs to.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">How to mend it.</param>
/// <param name="Arguments">The values that were put into message and fix, by name.</param>
/// <param name="Evidence">What was measured or read.</param>
/// <param name="Citation">Legal basis, source and confidence of the rule.</param>
public sealed record Remark(
    string RuleId,
    string Case,
    Severity Severity,
    OnSubmission OnSubmission,
    Place Place,
    Bilingual Message,
    Bilingual Fix,
    IReadOnlyDictionary<string, Bilingual> Arguments,
    IReadOnlyList<Evidence> Evidence,
    Citation Citation)
{
    /// <summary>A right ends before the application can be at the national office: nothing is wrong yet, and there is little time.</summary>
    public bool IsUrgent => Case.EndsWith("before-office", StringComparison.Ordinal);
}
