namespace IpCenter.Casework.AnnualFees;

/// <summary>
/// The fee of one year of a right, paid to the office and recorded here with its proof. A wrong record is voided with a
/// reason and stays readable.
/// </summary>
public sealed class AnnualFeePayment
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    /// <summary>Year of the right, counted from filing; the first is 1.</summary>
    public required int Year { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required decimal AmountCny { get; init; }

    /// <summary>Number of the office's receipt.</summary>
    public required string ReceiptNumber { get; init; }

    public Guid? DocumentId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public required string RecordedByName { get; init; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public Guid? VoidedBy { get; private set; }

    public string? VoidReason { get; private set; }

    public bool IsValid => VoidedAt is null;

    public void Void(string reason, Guid by, DateTimeOffset at) => (VoidReason, VoidedBy, VoidedAt) = (reason, by, at);
}
