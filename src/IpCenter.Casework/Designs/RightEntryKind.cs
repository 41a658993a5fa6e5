namespace IpCenter.Casework.Designs;

/// <summary>What can happen to a right and is recorded in its history.</summary>
public enum RightEntryKind
{
    /// <summary>The right begins with the announcement of grant (专利法40).</summary>
    Granted,

    /// <summary>An annual fee was not paid (专利法44(1); 细则115): ends with the day on which it was due.</summary>
    Lapsed,

    /// <summary>A lapsed right lives again (细则6).</summary>
    Restored,

    /// <summary>The holder gave it up in writing (专利法44(2)).</summary>
    Abandoned,

    /// <summary>The term is over (专利法42).</summary>
    Expired,

    /// <summary>Declared invalid as a whole: deemed never to have existed (专利法47).</summary>
    Invalidated,

    /// <summary>Declared invalid in part: the rest stays in force.</summary>
    PartlyInvalidated,

    /// <summary>Another owner; takes effect with its registration (专利法10).</summary>
    Transferred,

    Licensed,

    LicenceEnded,

    /// <summary>Given in pledge; the pledge comes about with its registration (民法典444).</summary>
    Pledged,

    PledgeReleased,

    /// <summary>An entry was wrong, and nothing takes its place.</summary>
    Struck,
}

/// <summary>Kinds of licences (法释〔2020〕19号 art. 25).</summary>
public enum LicenceKind
{
    /// <summary>独占: the licensee alone, not even the holder.</summary>
    Exclusive,

    /// <summary>排他: the licensee and the holder.</summary>
    Sole,

    /// <summary>普通: any number of licensees.</summary>
    Ordinary,
}

/// <summary>What the public sees of an entry; the parties and the centre always see all of it.</summary>
public enum EntryPublicity
{
    Whole,

    /// <summary>That it happened and when, without the other party and the term.</summary>
    FactOnly,

    Hidden,
}
