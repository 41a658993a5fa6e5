using IpCenter.Casework.Results;

namespace IpCenter.Casework.People;

/// <summary>What names an account may bear, whoever opens it.</summary>
internal static class AccountNames
{
    public static IEnumerable<RuleViolation> Faults(string userName, string displayName)
    {
        if (string.IsNullOrWhiteSpace(userName) || !userName.Trim().All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            yield return new("person.user-name", nameof(AccountFacts.UserName));
        if (string.IsNullOrWhiteSpace(displayName))
            yield return new("field.required", nameof(AccountFacts.DisplayName));
    }
}
