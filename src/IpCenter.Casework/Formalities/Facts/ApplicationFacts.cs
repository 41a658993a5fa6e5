namespace IpCenter.Casework.Formalities.Facts;

/// <summary>All that the formality check needs to know of a design application: plain answers, nothing looked up.</summary>
public sealed record ApplicationFacts
{
    public ApplicationKind Kind { get; init; }

    /// <summary>The application is for a part of a product (局部外观设计).</summary>
    public bool IsPartialDesign { get; init; }

    public PartialMarking PartialMarking { get; init; }

    public bool IsGraphicalUserInterface { get; init; }

    public ProductShape Shape { get; init; }

    /// <summary>The product name in the request (请求书).</summary>
    public string ProductName { get; init; } = "";

    /// <summary>The brief description (简要说明); null when it was not begun.</summary>
    public BriefDescriptionFacts? Brief { get; init; }

    /// <summary>In the order of the request: the first one is the representative applicant.</summary>
    public IReadOnlyList<ApplicantFacts> Applicants { get; init; } = [];

    public IReadOnlyList<DesignerFacts> Designers { get; init; } = [];

    /// <summary>Null: an application of before it was asked; the firm's own contact stands for it.</summary>
    public ContactFacts? Contact { get; init; }

    /// <summary>The appointed agency; null when the applicant files itself.</summary>
    public AgencyFacts? Agency { get; init; }

    /// <summary>Locarno class and subclass, "02-02".</summary>
    public string? LocarnoClass { get; init; }

    /// <summary>Every subclass of the Locarno Classification. Empty: not to be compared.</summary>
    public IReadOnlySet<string> KnownClasses { get; init; } = new HashSet<string>();

    /// <summary>The classes that the centre accepts: "02-02", or "02-*" for a whole class. Empty: the centre has set no list.</summary>
    public IReadOnlyList<string> AcceptedClasses { get; init; } = [];

    /// <summary>The list is the one that the national office approved. A proposal is a question to the examiner, never a refusal.</summary>
    public bool AcceptedClassesAreApproved { get; init; }

    public IReadOnlyList<PriorityClaim> Priorities { get; init; } = [];

    public DisclosureFacts Disclosure { get; init; } = new();

    /// <summary>The day on which the application is to be filed; null when not planned yet.</summary>
    public DateOnly? FilingDate { get; init; }

    /// <summary>
    /// The first day on which it can be at the national office, whose filing date is the one that counts: after the pre-examination.
    /// Null when it is not known, or is there already.
    /// </summary>
    public DateOnly? EarliestOfficeDay { get; init; }

    public FastTrackFacts FastTrack { get; init; } = new();

    /// <summary>Documents that are here.</summary>
    public IReadOnlySet<DocumentKind> PresentDocuments { get; init; } = new HashSet<DocumentKind>();

    /// <summary>Documents that the applicant has promised to supply later (先办后补).</summary>
    public IReadOnlySet<DocumentKind> OwedDocuments { get; init; } = new HashSet<DocumentKind>();

    public IReadOnlyList<DesignFacts> Designs { get; init; } = [];

    /// <summary>
    /// Numbers of the same applicant's other cases with the same design. Cases of others never come in here:
    /// that an unpublished design exists is a secret, and remarks are shown to the applicant.
    /// </summary>
    public IReadOnlyList<string> OwnCasesWithSameDesign { get; init; } = [];

    /// <summary>The same for those whose pictures of a design are the same byte for byte and claimed alike: no measurement, a fact.</summary>
    public IReadOnlyList<string> OwnCasesWithSamePictures { get; init; } = [];

    /// <summary>What the centre's own records say of the filing pattern; used in the examiner's checklist only.</summary>
    public FilingPattern Pattern { get; init; } = new();
}
