namespace IpCenter.Casework.Firms;

/// <summary>
/// That something was told because a day came near or passed. Subject and mark are unique: whoever looks again, after a kill or on
/// another node, tells nobody twice.
/// </summary>
public sealed class FirmReminder
{
    public const string Ended = "ended";

    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    /// <summary>A recordal or a mandate.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Days before the end, or <see cref="Ended"/>.</summary>
    public required string Mark { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
