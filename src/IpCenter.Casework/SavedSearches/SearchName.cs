using IpCenter.Casework.Results;

namespace IpCenter.Casework.SavedSearches;

internal static class SearchName
{
    /// <summary>The name without space around it; <c>null</c> with a reason when there is none or it is too long.</summary>
    public static string? Check(string? typed, List<RuleViolation> violations)
    {
        if (typed?.Trim() is { Length: > 0 and <= SavedSearch.LongestName } name)
            return name;
        violations.Add(new("search.name", "Name", $"{SavedSearch.LongestName}"));
        return null;
    }

    /// <summary>How the audit trail calls a search.</summary>
    public static string Subject(Guid id) => $"saved-search:{id}";
}
