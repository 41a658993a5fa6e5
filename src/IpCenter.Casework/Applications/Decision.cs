using IpCenter.Casework.Data;

namespace IpCenter.Casework.Applications;

/// <summary>A person's decision in a case, with its reason; kept for ever.</summary>
public sealed class Decision : IInTrailOrder
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The task that was decided, such as <c>Examine</c>.</summary>
    public required string Task { get; init; }

    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    /// <summary>Of a return by a second reader: its coded reasons; <c>null</c> where there are none.</summary>
    public List<string>? Codes { get; init; }

    public IReadOnlyList<string> ReturnCodes => Codes ?? [];

    public required Guid By { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Round { get; init; }

    /// <summary>The place that the trail had reached when it was saved: of two of one instant the later is the greater. 0 in records of old.</summary>
    public long TrailPlace { get; private set; }

    void IInTrailOrder.PlaceAt(long sequence) => TrailPlace = sequence;

    /// <summary>When and in which order it was made.</summary>
    public (DateTimeOffset At, long Place) Order => (At, TrailPlace);
}
