using IpCenter.Casework.Results;

namespace IpCenter.Web.Pages.Cases;

internal static class FieldNames
{
    /// <summary>Use cases name their inputs <c>officeNumber</c>, form models <c>OfficeNumber</c>.</summary>
    public static IEnumerable<RuleViolation> AtFields(this IEnumerable<RuleViolation> violations) =>
        violations.Select(v => v.Field is { Length: > 0 } field ? v with { Field = char.ToUpperInvariant(field[0]) + field[1..] } : v);
}
