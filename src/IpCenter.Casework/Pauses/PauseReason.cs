using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Pauses;

/// <summary>A ground on which the centre lets one of its periods stand still.</summary>
public sealed record PauseReason
{
    public required string Key { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>The clocks that it may stop; never the national office's, which is not the centre's to stop.</summary>
    public required IReadOnlyList<ClockOwner> Clocks { get; init; }

    /// <summary>Keys of the periods that it moves: the centre's own alone.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>Whether the applicant has to have agreed.</summary>
    public required bool NeedsConsent { get; init; }

    /// <summary>All pauses of a period for this reason together.</summary>
    public required int LongestWorkingDays { get; init; }

    /// <summary>Whether the centre has confirmed it.</summary>
    public required bool Confirmed { get; init; }

    public required string Source { get; init; }

    public required decimal Confidence { get; init; }

    public Bilingual? Note { get; init; }
}
