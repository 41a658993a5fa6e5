namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>Words that a check looks for, in normal form (NFKC, no spaces), and where they come from.</summary>
public sealed record WordList(string Id, string Source, IReadOnlyList<string> Words);
