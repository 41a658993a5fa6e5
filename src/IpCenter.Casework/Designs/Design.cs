namespace IpCenter.Casework.Designs;

public enum DesignStatus
{
    InForce,
    Expired,
    Invalidated,
}

/// <summary>A published design of the register: everybody may find and see it.</summary>
public sealed class Design
{
    public required Guid Id { get; init; }

    /// <summary>The application that it came from; <c>null</c> for an imported prior design.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The owning firm of this centre, where it is one.</summary>
    public Guid? FirmId { get; init; }

    /// <summary>Patent number with its check digit, such as <c>ZL202630765432.5</c>.</summary>
    public required string PatentNumber { get; init; }

    public required string OwnerName { get; init; }

    public required string ProductName { get; init; }

    public required string Use { get; init; }

    public required string LocarnoClass { get; init; }

    public required string BriefDescription { get; init; }

    public required DateOnly FiledOn { get; init; }

    /// <summary>Day of announcement: from it the right exists (Patent Law art. 40).</summary>
    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>Fifteen years from filing for filings since 2021-06-01 (Patent Law art. 42).</summary>
    public required DateOnly ExpiresOn { get; init; }

    public DesignStatus Status { get; set; } = DesignStatus.InForce;

    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>One published view of a design.</summary>
public sealed class DesignView
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    public required int DesignNumber { get; init; }

    public required string Position { get; init; }

    public required Guid ImageId { get; init; }
}
