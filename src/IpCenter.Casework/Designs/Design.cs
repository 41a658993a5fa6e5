namespace IpCenter.Casework.Designs;

public enum DesignStatus
{
    InForce,
    Expired,
    Invalidated,

    /// <summary>Ended because an annual fee was not paid; it may be restored.</summary>
    Lapsed,

    /// <summary>Given up by its holder.</summary>
    Abandoned,

    /// <summary>A Chinese patent of which the source does not say whether it is still in force.</summary>
    Unknown,

    /// <summary>Published somewhere else: state of the art, and no right of this register.</summary>
    PriorDesign,
}

/// <summary>
/// A published design of the register: everybody may find and see it. It was granted through this centre, or it is a prior
/// design that was taken over from a source; of such a one, what the source does not say stays unknown (an empty text, no date).
/// </summary>
public sealed class Design
{
    public required Guid Id { get; init; }

    /// <summary>The application that it came from; <c>null</c> for an imported prior design.</summary>
    public Guid? ApplicationId { get; set; }

    /// <summary>The owning firm of this centre, where it is one.</summary>
    public Guid? FirmId { get; set; }

    /// <summary>Whose number it bears: empty for a Chinese patent, else the source that gave the number.</summary>
    public string Numbering { get; init; } = "";

    /// <summary>
    /// Patent number with its check digit, such as <c>ZL202630765432.5</c>; of a prior design that is no Chinese patent, the
    /// number that its source gives it. Numbering and number together name one design.
    /// </summary>
    public required string PatentNumber { get; init; }

    public required string OwnerName { get; set; }

    public required string ProductName { get; set; }

    public required string Use { get; set; }

    public required string LocarnoClass { get; set; }

    public required string BriefDescription { get; set; }

    public required DateOnly? FiledOn { get; set; }

    /// <summary>Day of announcement: from it the right exists (Patent Law art. 40).</summary>
    public required DateOnly? AnnouncedOn { get; set; }

    /// <summary>When the notice of grant was received: of that year the fee was paid with the registration. <c>null</c> where it is not known.</summary>
    public DateOnly? GrantNoticeOn { get; set; }

    /// <summary>The first day on which the term is over; see <see cref="DesignTerm"/>.</summary>
    public required DateOnly? ExpiresOn { get; set; }

    /// <summary>How it stands by its history (<see cref="RightHistory"/>), which alone changes it once there is one.</summary>
    public DesignStatus Status { get; set; } = DesignStatus.InForce;

    /// <summary>The office reduces its fees for the owner (费减); the centre knows yes or no.</summary>
    public bool FeesReduced { get; set; }

    /// <summary>On which the rate of the reduction depends; 0: not said, counts as one.</summary>
    public int OwnerCount { get; set; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Where a prior design was taken from, such as the issue of a bulletin; <c>null</c> for the centre's own.</summary>
    public string? Source { get; set; }

    /// <summary>The import that wrote it last.</summary>
    public Guid? ImportId { get; set; }

    public bool IsChinesePatent => Numbering.Length == 0;

    /// <summary>The status on a day: a term that ran out ends the right, whatever the source said last.</summary>
    public DesignStatus StatusOn(DateOnly day) =>
        (Status is DesignStatus.InForce or DesignStatus.Unknown) && day >= ExpiresOn ? DesignStatus.Expired : Status;

    /// <summary>Takes over what the history says.</summary>
    public void Follow(RightStanding standing) => (Status, OwnerName, FirmId) = (standing.Status, standing.Owner, standing.FirmId);

    /// <summary>The reduction of the fees was the old owner's: the office looks at each owner anew.</summary>
    public void ForgetReduction() => (FeesReduced, OwnerCount) = (false, 0);
}
