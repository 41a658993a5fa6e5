namespace IpCenter.Casework.Cases;

/// <summary>A kind of case in a month.</summary>
/// <param name="Count"><c>null</c> with <see cref="Clocks"/> empty: too few cases to be shown, or none.</param>
public sealed record ServiceLevelMonth(CaseKind Kind, DateOnly Month, int? Count, IReadOnlyList<ServiceLevelClock> Clocks)
{
    /// <summary>The share of the time of all these cases in which their clocks stood still; <c>null</c> where nothing is shown.</summary>
    public decimal? PausedShare { get; init; }
}
