namespace IpCenter.Casework.Evidence;

/// <summary>
/// One piece of evidence: the original bytes as they came, known by their SHA-256, with the two clocks
/// of the moment of arrival. It never changes; what happens to it stands in the custody record.
/// </summary>
public sealed class EvidenceItem
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long ByteLength { get; init; }

    /// <summary>SHA-256 of the original bytes, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The picture that can be shown, where the bytes are one.</summary>
    public Guid? ImageId { get; init; }

    /// <summary>Server time of arrival.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What the device's clock said at that moment, where the browser told.</summary>
    public DateTimeOffset? DeviceTime { get; init; }

    public required Guid ReceivedBy { get; init; }

    public DateTimeOffset? SealedAt { get; private set; }

    /// <summary>RFC 3161 time-stamp reply, where an authority is configured.</summary>
    public byte[]? TimeStamp { get; private set; }

    public string? TimeStampAuthority { get; private set; }

    public void Seal(DateTimeOffset at, byte[]? timeStamp, string? authority) =>
        (SealedAt, TimeStamp, TimeStampAuthority) = (at, timeStamp, authority);
}

public enum CustodyAction
{
    Received,
    Sealed,
    Viewed,
    Exported,
    Verified,
}

/// <summary>One step in the chain of custody; rows are only ever added.</summary>
public sealed class CustodyEvent
{
    public required Guid Id { get; init; }

    public required Guid EvidenceId { get; init; }

    public required CustodyAction Action { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? PersonId { get; init; }

    public required string ActorName { get; init; }

    public required string Detail { get; init; }
}
