namespace IpCenter.Casework.Staffing;

/// <summary>
/// That a person of the house keeps out of a firm's cases (回避) because of a relation to it; declared by the supervisor,
/// ended when the relation ends. Both stay on record.
/// </summary>
public sealed class Recusal
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid FirmId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; }

    public void End(DateTimeOffset at) => EndedAt ??= at;
}
