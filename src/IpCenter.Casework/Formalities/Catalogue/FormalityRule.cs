namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>Who decides whether a rule is kept.</summary>
public enum Decider
{
    Software,
    Officer,

    /// <summary>The software finds what it can; a person looks at the rest.</summary>
    Both,
}

/// <summary>The wording of one defect under a rule; severity and effect are those of the rule unless it has its own.</summary>
public sealed record DefectWording(Bilingual Message, Bilingual Fix, Severity Severity, OnSubmission OnSubmission);

/// <summary>One rule of the catalogue.</summary>
public sealed record FormalityRule
{
    public required string Id { get; init; }

    public required Bilingual Title { get; init; }

    public required Severity Severity { get; init; }

    public required OnSubmission OnSubmission { get; init; }

    public required Decider DecidedBy { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>What is wrong when the rule is broken, in general.</summary>
    public required Bilingual Message { get; init; }

    /// <summary>How to mend it, in general.</summary>
    public required Bilingual Fix { get; init; }

    /// <summary>For rules that a person decides: the question that the person answers, yes meaning "in order".</summary>
    public Bilingual? Question { get; init; }

    /// <summary>The wording of each single defect, by its case.</summary>
    public required IReadOnlyDictionary<string, DefectWording> Cases { get; init; }
}
