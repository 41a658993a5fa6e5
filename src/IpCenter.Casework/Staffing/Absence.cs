namespace IpCenter.Casework.Staffing;

/// <summary>
/// Days on which somebody of the house is not there, both included, and who stands in. The substitute sees the tasks of
/// the absent person on those days and may act on them. Why somebody is away is nobody's business, so it is not asked.
/// </summary>
public sealed class Absence
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public Guid? SubstituteId { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public int Version { get; private set; }

    public bool Covers(DateOnly day) => CancelledAt is null && From <= day && day <= To;

    public void Cancel(DateTimeOffset at) => CancelledAt ??= at;
}
