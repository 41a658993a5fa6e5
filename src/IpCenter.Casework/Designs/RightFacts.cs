namespace IpCenter.Casework.Designs;

/// <summary>What an entry of the history says. Which parts an entry needs depends on its kind: <see cref="RightRules"/>.</summary>
public sealed record RightFacts
{
    public required RightEntryKind Kind { get; init; }

    /// <summary>From this day on it holds.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Number of the notice, decision or record that it rests on.</summary>
    public string DocumentNumber { get; init; } = "";

    public DateOnly? DocumentOn { get; init; }

    public string NewOwner { get; init; } = "";

    /// <summary>Unified social credit code of the new owner, by which a firm of the centre is found; empty where it has none.</summary>
    public string NewOwnerCode { get; init; } = "";

    /// <summary>The licensee or the pledgee.</summary>
    public string Party { get; init; } = "";

    public LicenceKind? Licence { get; init; }

    /// <summary>Last day of a licence or a pledge; <c>null</c>: none agreed.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The licence that ends or the pledge that is released.</summary>
    public Guid? RefersTo { get; init; }

    /// <summary>The wrong entry whose place this one takes.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>The pledgee's written consent is there (民法典444: without it no transfer and no licence of a pledged right).</summary>
    public bool PledgeeConsents { get; init; }

    public EntryPublicity Publicity { get; init; }

    /// <summary>Which designs a partial invalidation concerns, why an entry was wrong, or whatever else a reader needs.</summary>
    public string Note { get; init; } = "";

    /// <summary>Without blanks around the texts.</summary>
    public RightFacts Trimmed() => this with
    {
        DocumentNumber = DocumentNumber.Trim(),
        NewOwner = NewOwner.Trim(),
        NewOwnerCode = NewOwnerCode.Trim().ToUpperInvariant(),
        Party = Party.Trim(),
        Note = Note.Trim(),
    };
}
