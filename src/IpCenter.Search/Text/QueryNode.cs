namespace IpCenter.Search.Text;

/// <summary>A query in Lucene's classic syntax, as a tree.</summary>
internal abstract record QueryNode;

/// <summary>Words in order, in one field or in all; what was written in quotes is looked for as it is, without synonyms.</summary>
internal sealed record PhraseNode(string? Field, string Text, bool IsQuoted, bool IsPrefix, int Slop, float Boost) : QueryNode;

/// <summary>A word with <c>?</c> or <c>*</c> inside, or misspelt by some letters (<c>~n</c>).</summary>
internal sealed record PatternNode(string? Field, string Pattern, int Edits, float Boost) : QueryNode;

/// <summary>A range of dates, inclusive; an open end is <c>null</c>.</summary>
internal sealed record RangeNode(DateOnly? From, DateOnly? To) : QueryNode;

internal enum Occurrence
{
    Should,
    Must,
    MustNot,
}

/// <summary>Several clauses together.</summary>
internal sealed record BooleanNode(IReadOnlyList<(Occurrence Occurrence, QueryNode Node)> Clauses) : QueryNode;
