using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Cases;

/// <summary>What a closed case used of each clock.</summary>
/// <param name="Kind">The kind of case.</param>
/// <param name="Month">First day of the month in which it was closed.</param>
/// <param name="Totals">Its three clocks from the submission to the close.</param>
public sealed record ClosedCase(CaseKind Kind, DateOnly Month, ClockTotals Totals);
