namespace IpCenter.Casework.AnnualFees;

/// <summary>A reminder that was sent: stored with a key of its own, so that none is sent twice, whatever is run again.</summary>
public sealed class FeeReminder
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    public required int Year { get; init; }

    /// <summary>Such as <c>before-30</c> or <c>grace-2</c>.</summary>
    public required string Step { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
