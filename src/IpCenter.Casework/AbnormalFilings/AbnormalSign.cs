using IpCenter.Casework.Firms;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>What can strike somebody who looks at an application beside others. A lead for a person, never an accusation.</summary>
public enum SignKind
{
    /// <summary>Begun as a copy of an own application, whose pictures are in it.</summary>
    CopiedApplication,

    /// <summary>Pictures of another application, byte for byte.</summary>
    SamePictures,

    /// <summary>Looks like a published design and is filed again.</summary>
    PublishedAgain,

    /// <summary>Two applications of one applicant, or of firms tied together, that look alike.</summary>
    Twins,

    /// <summary>Many applications in a short time.</summary>
    Burst,
}

/// <summary>The application or the published design with which an application is compared.</summary>
/// <param name="Id">Of the case, or of the design.</param>
/// <param name="Firm">The firm, where it is one of the centre.</param>
/// <param name="On">When it was submitted, or announced.</param>
/// <param name="Link">By what its firm is tied to the applicant; <c>null</c>: the applicant's own, or nobody's that is tied.</param>
public sealed record ComparedFiling(
    Guid Id, bool IsDesign, string Number, string Title, Guid? Firm, string FirmName, DateTimeOffset? On, string? Outcome, bool IsOwn, LinkedFirm? Link)
{
    /// <summary>Known to the examining staff and its parties alone.</summary>
    public bool IsUnpublished { get; init; }
}

/// <summary>Two pictures beside each other: one of the application, one of what it is compared with.</summary>
public sealed record PicturePair(Guid Own, string OwnPosition, Guid Other, string OtherPosition);

/// <summary>One sign with the facts that it rests on, and what people made of it.</summary>
public sealed record AbnormalSign
{
    public required SignKind Kind { get; init; }

    /// <summary>The case or design compared with; empty where it is none: names the sign within the case.</summary>
    public required Guid Subject { get; init; }

    public ComparedFiling? Compared { get; init; }

    /// <summary>Likeness by the search engine, 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Days between the two submissions.</summary>
    public int? DaysApart { get; init; }

    /// <summary>Pictures that are the same, or that resemble.</summary>
    public int Pictures { get; init; }

    /// <summary>Pictures of the application, or the applicant's own filings of a burst.</summary>
    public int Of { get; init; }

    /// <summary>Filings within the days of a burst, those of firms tied to the applicant included.</summary>
    public int Filings { get; init; }

    public IReadOnlyList<PicturePair> Pairs { get; init; } = [];

    /// <summary>What was recorded at this case, the newest first.</summary>
    public IReadOnlyList<SignFinding> Findings { get; init; } = [];

    /// <summary>What was recorded of the same pair at the other case.</summary>
    public IReadOnlyList<SignFinding> Elsewhere { get; init; } = [];

    public SignFinding? Finding => Findings.Count > 0 ? Findings[0] : null;
}
