namespace IpCenter.Web.Pages.Register;

/// <summary>Something to narrow a search by.</summary>
public sealed record Facet(string Name, IReadOnlyList<FacetChoice> Choices)
{
    /// <summary>As the index calls them, in the order of the page.</summary>
    public static IReadOnlyList<string> Names { get; } = ["class", "status", "year", "owner", "kind"];
}

/// <summary>A value of it, in words, with the number of hits that have it.</summary>
public sealed record FacetChoice(string Value, string Text, int Count, bool IsChosen);
