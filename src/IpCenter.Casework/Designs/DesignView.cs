using IpCenter.Casework.Applications;

namespace IpCenter.Casework.Designs;

/// <summary>One published view of a design.</summary>
public sealed class DesignView
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    public required int DesignNumber { get; init; }

    /// <summary>A place of <see cref="ViewPositions"/>; empty where the source does not say what the picture shows.</summary>
    public required string Position { get; init; }

    /// <summary>Order that the source gives, from 1; 0: the order of a filing, by position.</summary>
    public int Order { get; init; }

    public required Guid ImageId { get; init; }

    /// <summary>When an import put other pictures in its place; it stays, as leads and matches may show it.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }
}

public static class DesignViewOrder
{
    /// <summary>Design by design, in the source's order or else in that of a filing.</summary>
    public static IOrderedEnumerable<DesignView> InOrder(this IEnumerable<DesignView> views) => views
        .OrderBy(v => v.DesignNumber)
        .ThenBy(v => v.Order)
        .ThenBy(v => v.Position.Length == 0 ? default : ViewPositions.Parse(v.Position))
        .ThenBy(v => v.Id);
}
