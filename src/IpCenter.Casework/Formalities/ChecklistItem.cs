using IpCenter.Casework.Formalities.Catalogue;

namespace IpCenter.Casework.Formalities;

/// <summary>One thing that a person decides, with the defect already worded for the case that the answer is no.</summary>
/// <param name="RuleId">The rule, which is also the code of the defect.</param>
/// <param name="Question">The question; yes means that all is in order.</param>
/// <param name="Defect">What the applicant is told when the answer is no.</param>
/// <param name="Fix">How the applicant mends it.</param>
/// <param name="Severity">How much the defect weighs.</param>
/// <param name="Citation">On what the rule rests.</param>
/// <param name="Remarks">What the software found under the same rule.</param>
/// <param name="Evidence">Facts that may help to answer; leads, never findings, and for the examiner's eyes only.</param>
public sealed record ChecklistItem(
    string RuleId,
    Bilingual Question,
    Bilingual Defect,
    Bilingual Fix,
    Severity Severity,
    Citation Citation,
    IReadOnlyList<Remark> Remarks,
    IReadOnlyList<Evidence> Evidence);
