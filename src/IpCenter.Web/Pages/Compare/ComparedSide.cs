using IpCenter.Casework.Designs;

namespace IpCenter.Web.Pages.Compare;

/// <summary>Where a compared picture comes from.</summary>
public enum ComparedKind
{
    Design,
    Application,
    Evidence,
    Sent,
}

/// <summary>One side of a comparison: its picture, what it belongs to, and the other pictures of the same.</summary>
public sealed record ComparedSide
{
    public required ComparedKind Kind { get; init; }

    /// <summary>The picture that the address names.</summary>
    public required ComparedView Shown { get; init; }

    /// <summary>All pictures of the same design, application or report, the shown one among them.</summary>
    public required IReadOnlyList<ComparedView> Views { get; init; }

    public string Title { get; init; } = "";

    public string Number { get; init; } = "";

    public string Owner { get; init; } = "";

    public string LocarnoClass { get; init; } = "";

    public DesignStatus? Status { get; init; }

    /// <summary>Stage of the case, where it is one.</summary>
    public string? Stage { get; init; }

    /// <summary>Of a design.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>Of an application.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When the reporter saw what the evidence shows.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The page about it, where the viewer may go there.</summary>
    public string? Address { get; init; }
}

/// <summary>One picture of a side.</summary>
/// <param name="ImageId"><c>null</c> where the picture was just sent and is not stored.</param>
/// <param name="Position">Which view of a design it is.</param>
/// <param name="DesignNumber">Which of several similar designs; <c>null</c> where there is one.</param>
/// <param name="FileName">Name of a piece of evidence.</param>
/// <param name="At">When a piece of evidence arrived.</param>
public sealed record ComparedView(
    Guid? ImageId, string Small, string Large, string? Position = null, int? DesignNumber = null, bool IsReplaced = false, string? FileName = null, DateTimeOffset? At = null)
{
    public static ComparedView Of(Guid imageId) => new(imageId, $"/images/{imageId}/thumbnail", $"/images/{imageId}/display");
}
