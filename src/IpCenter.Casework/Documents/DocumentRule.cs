using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Documents;

/// <summary>From which day the period of a document counts.</summary>
public enum CountsFrom
{
    /// <summary>The request to the centre.</summary>
    Submission,

    /// <summary>The filing date at the national office; until it is known, the submission stands in for it, which is never later.</summary>
    Filing,

    /// <summary>The promise that it follows.</summary>
    Promise,
}

/// <summary>A document that an application brings or owes.</summary>
public sealed record DocumentRule
{
    public required string Key { get; init; }

    /// <summary>What the formality rules call it; <c>null</c> where they do not ask for it.</summary>
    public DocumentKind? Document { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>What must be on it.</summary>
    public required Bilingual What { get; init; }

    /// <summary>Key of its period in <c>data/deadlines/</c>.</summary>
    public required string Deadline { get; init; }

    public required CountsFrom CountsFrom { get; init; }

    /// <summary>Whether an examiner may do without it; what the law asks for, nobody at the centre may waive.</summary>
    public required bool Waivable { get; init; }

    public required string Source { get; init; }

    public required decimal Confidence { get; init; }
}
