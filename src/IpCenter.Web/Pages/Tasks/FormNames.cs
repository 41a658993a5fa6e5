using IpCenter.Casework.Results;

namespace IpCenter.Web.Pages.Tasks;

/// <summary>A use case names a field as its input does; the property of the form begins with a capital.</summary>
internal static class FormNames
{
    public static RuleViolation Of(RuleViolation violation) =>
        violation.Field is { Length: > 0 } field ? violation with { Field = char.ToUpperInvariant(field[0]) + field[1..] } : violation;
}
