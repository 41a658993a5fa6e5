namespace IpCenter.Casework.Firms;

/// <summary>What the centre has on record that ties two firms together.</summary>
public enum FirmLinkKind
{
    /// <summary>The same person is, or was, one of the people of both.</summary>
    Person,

    /// <summary>The same contact telephone.</summary>
    Telephone,

    /// <summary>The same registered address.</summary>
    Address,

    /// <summary>A design went from the one to the other.</summary>
    Assignment,

    /// <summary>The one applied together with the other, or both together with the same third.</summary>
    CoApplicant,

    /// <summary>The same person to contact by name: a name is borne by many.</summary>
    ContactName,

    /// <summary>Submitted applications of both name a designer of this name: a name is borne by many, and a studio works for many.</summary>
    Designer,

    /// <summary>The same agent holds a mandate of both: agents serve many.</summary>
    Agent,
}

/// <summary>One stored fact that ties two firms.</summary>
/// <param name="Detail">The person's name, the address, the number of the design; never a whole telephone number.</param>
/// <param name="IsOver">It held once: a mandate that was revoked, for example.</param>
public sealed record FirmLinkFact(FirmLinkKind Kind, string Detail, bool IsOver = false);

/// <summary>A firm that is tied to another one, with every fact by which it is. A tie is a fact, never a reproach.</summary>
public sealed record LinkedFirm(Guid FirmId, string Name, IReadOnlyList<FirmLinkFact> Facts)
{
    /// <summary>Whether it is tied by one of them today.</summary>
    public bool Has(IEnumerable<FirmLinkKind> kinds) => Facts.Any(f => !f.IsOver && kinds.Contains(f.Kind));
}
