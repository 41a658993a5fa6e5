namespace IpCenter.Casework.Designs;

/// <summary>A document about a right: a notice of the office, a contract, a proof of payment. The bytes lie in the vault.</summary>
public sealed class RightDocument
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public required long ByteLength { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public Guid? ReceivedBy { get; init; }
}
