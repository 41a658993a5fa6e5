using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Everything that the merchant answers, step by step, in the words of the formality rules. Unanswered is
/// empty or <c>null</c>: a draft is allowed to be incomplete, a submission is not.
/// </summary>
public sealed record ApplicationForm
{
    public ApplicationKind Kind { get; init; }

    /// <summary>Number of designs in the application (similar designs or a set); 1 for a single one.</summary>
    public int DesignCount { get; init; } = 1;

    /// <summary>What is said of single designs; a design without an answer of its own is not in the list.</summary>
    public List<DesignAnswers> Designs { get; init; } = [];

    public string ProductName { get; init; } = "";

    public ProductShape Shape { get; init; }

    public bool IsPartialDesign { get; init; }

    public PartialMarking PartialMarking { get; init; }

    public bool IsGraphicalUserInterface { get; init; }

    /// <summary>Class and subclass of the Locarno Classification, such as <c>02-02</c>.</summary>
    public string LocarnoClass { get; init; } = "";

    /// <summary>Answers of the brief description (Implementing Regulations art. 31).</summary>
    public BriefDescriptionFacts Brief { get; init; } = new();

    /// <summary>"Shown or sold anywhere before, and when?"</summary>
    public DisclosureFacts Disclosure { get; init; } = new();

    public List<ApplicantFacts> Applicants { get; init; } = [];

    public List<DesignerFacts> Designers { get; init; } = [];

    /// <summary>Whom the national office calls; begun with the firm's own contact.</summary>
    public ContactFacts? Contact { get; init; }

    public AgencyFacts? Agency { get; init; }

    public List<PriorityClaim> Priorities { get; init; } = [];

    /// <summary>The promises of the fast lane: own design, no voluntary amendment, payment in time.</summary>
    public bool Promised { get; init; }

    /// <summary>Documents that are here, besides the form itself.</summary>
    public List<DocumentKind> PresentDocuments { get; init; } = [];

    /// <summary>Documents that may come later (accept now, supply later).</summary>
    public List<DocumentKind> OwedDocuments { get; init; } = [];

    /// <summary>Cases that never use the fast lane, as the applicant declares them.</summary>
    public FilingExclusions Exclusions { get; init; } = new();
}

/// <summary>What is said of one of several designs.</summary>
public sealed record DesignAnswers
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name of a piece of a set; empty for similar designs, which are of one product.</summary>
    public string ProductName { get; init; } = "";

    /// <summary>Class and subclass of a piece of a set; empty where it is that of the application.</summary>
    public string LocarnoClass { get; init; } = "";

    /// <summary>How a similar design differs from the basic one, for the examiner; it is no part of the brief description.</summary>
    public string Difference { get; init; } = "";
}

/// <summary>What keeps an application out of the fast lane.</summary>
public sealed record FilingExclusions
{
    public bool IsDivisional { get; init; }
    public bool IsAlreadyFiled { get; init; }
    public bool IsHague { get; init; }
}
