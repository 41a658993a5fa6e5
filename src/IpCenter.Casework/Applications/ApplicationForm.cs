namespace IpCenter.Casework.Applications;

public enum ApplicationType
{
    Single,
    SimilarDesigns,
    Set,
}

/// <summary>How the design became known before filing; most ways destroy novelty (Patent Law art. 23, 24).</summary>
public enum DisclosureKind
{
    None,
    OwnSale,
    Livestream,
    RecognisedExhibition,
    PrescribedConference,
    LeakedWithoutConsent,
    StateEmergency,
}

/// <summary>
/// Everything that the merchant answers, step by step. Unanswered is <c>null</c> or empty: a draft is
/// allowed to be incomplete, a submission is not.
/// </summary>
public sealed record ApplicationForm
{
    public string ProductName { get; init; } = "";
    public string Use { get; init; } = "";
    public ApplicationType Type { get; init; } = ApplicationType.Single;

    /// <summary>Number of designs in one application (similar designs or a set); 1 for a single one.</summary>
    public int DesignCount { get; init; } = 1;

    /// <summary>The basic design among similar ones, counted from 1.</summary>
    public int? BasicDesign { get; init; }

    public bool IsPartial { get; init; }
    public string PartText { get; init; } = "";
    public bool IsInterface { get; init; }

    /// <summary>Subclass of the Locarno Classification, such as <c>02-02</c>.</summary>
    public string LocarnoClass { get; init; } = "";

    /// <summary>Thin or flat goods need fewer views.</summary>
    public bool IsFlat { get; init; }

    public string DesignPoints { get; init; } = "";
    public string DesignatedView { get; init; } = "";
    public bool ColourClaimed { get; init; }
    public bool EndlessPattern { get; init; }
    public bool Transparent { get; init; }

    /// <summary>Views left out, by position, each with its reason (a key of the rules).</summary>
    public Dictionary<string, string> OmittedViews { get; init; } = [];

    /// <summary>"Shown or sold anywhere before?": <c>null</c> = not answered yet.</summary>
    public DisclosureKind? Disclosure { get; init; }

    public DateOnly? DisclosedOn { get; init; }
    public string DisclosureWhere { get; init; } = "";

    public List<Applicant> Applicants { get; init; } = [];
    public List<Designer> Designers { get; init; } = [];
    public AgencyDetails? Agency { get; init; }
    public List<PriorityClaim> Priorities { get; init; } = [];

    /// <summary>The promise: own design, no voluntary amendment, payment in time.</summary>
    public bool Promised { get; init; }

    /// <summary>Documents that may come later (accept now, supply later), by key.</summary>
    public List<string> OwedDocuments { get; init; } = [];
}

/// <summary>An applicant as form 130101 asks (Implementing Regulations art. 19).</summary>
public sealed record Applicant(
    string Name, string Kind, string Address, string Postcode, string IdNumber, bool FeeReduction);

/// <summary>A designer: a natural person, by the real name.</summary>
public sealed record Designer(string Name);

public sealed record AgencyDetails(string Name, string Code, string Attorney, string QualificationNumber, string Phone);

public sealed record PriorityClaim(string Country, string Number, DateOnly? Date, bool CopySupplied);
