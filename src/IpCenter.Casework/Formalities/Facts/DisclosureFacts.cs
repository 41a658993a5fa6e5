namespace IpCenter.Casework.Formalities.Facts;

/// <summary>How a design became known before its filing date.</summary>
public enum DisclosureKind
{
    None,
    OwnSale,
    Livestream,
    OnlineShop,
    SocialMedia,

    /// <summary>An exhibition that is not recognised under 专利法第二十四条.</summary>
    OtherExhibition,

    /// <summary>专利法第二十四条第（一）项</summary>
    StateEmergency,

    /// <summary>专利法第二十四条第（二）项</summary>
    RecognisedExhibition,

    /// <summary>专利法第二十四条第（三）项</summary>
    PrescribedConference,

    /// <summary>专利法第二十四条第（四）项</summary>
    LeakWithoutConsent,
}

/// <summary>The answer to "shown or sold anywhere before, and when?".</summary>
public sealed record DisclosureFacts
{
    public bool IsAnswered { get; init; }

    public DisclosureKind Kind { get; init; }

    /// <summary>The earliest day on which anybody outside could see the design.</summary>
    public DateOnly? EarliestDate { get; init; }

    /// <summary>The last day of the grace period with holidays considered; null: the same-numbered day is taken.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>One of the four cases in which an earlier disclosure does not destroy novelty.</summary>
    public bool IsExcused => Kind >= DisclosureKind.StateEmergency;
}
