namespace IpCenter.Casework.Designs;

/// <summary>How a right stands on a day.</summary>
/// <param name="Licences">In force on the day.</param>
/// <param name="Pledges">Not released on the day.</param>
/// <param name="PartlyInvalidated">The entry that says which part is gone.</param>
public sealed record RightStanding(
    DesignStatus Status, string Owner, Guid? FirmId, IReadOnlyList<RightEntry> Licences, IReadOnlyList<RightEntry> Pledges, RightEntry? PartlyInvalidated)
{
    /// <summary>Of an imported right nobody may know whether it is in force: then what ends it can still be recorded.</summary>
    public bool MayBeInForce => Status is DesignStatus.InForce or DesignStatus.Unknown;
}
