using IpCenter.Casework.Identifiers;

namespace IpCenter.Casework.Results;

/// <summary>Turns what is wrong with an identifier into words at the form's field. Warnings block nothing.</summary>
internal static class IdentifierViolations
{
    /// <summary>The number of a design application without prefix, such as <c>202630765432.5</c>; <c>null</c> when it was refused.</summary>
    public static string? DesignNumber(string text, string field, List<RuleViolation> violations)
    {
        var reading = PatentApplicationNumber.Read(text);
        Add(reading.Problems, field, violations);
        if (reading.Value is not { } number)
            return null;
        if (number.Kind != PatentKind.Design)
        {
            violations.Add(new("office.not-a-design", field));
            return null;
        }
        return number.Normalised;
    }

    public static void CreditCode(string text, string field, List<RuleViolation> violations) =>
        Add(UnifiedSocialCreditCode.Read(text).Problems, field, violations);

    private static void Add(IEnumerable<IdentifierProblem> problems, string field, List<RuleViolation> violations) =>
        violations.AddRange(problems
            .Where(p => p.Severity == IdentifierSeverity.Block)
            .Select(p => new RuleViolation("identifier.refused", field, p.Reason.Zh, p.Reason.En)));
}
