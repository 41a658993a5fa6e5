namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>Words that a check looks for, and where they come from.</summary>
public sealed record WordList(string Id, string Source, IReadOnlyList<string> Words);
