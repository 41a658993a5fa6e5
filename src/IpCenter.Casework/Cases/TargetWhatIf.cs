namespace IpCenter.Casework.Cases;

/// <summary>What cases needed of a period, against a length that somebody tries. Pure; nothing changes by it.</summary>
/// <param name="Cases">How many cases had the period.</param>
/// <param name="Within">How many did not exceed the length.</param>
/// <param name="Median">Working days: the middle one, or the mean of the two in the middle; <c>null</c> without a case.</param>
/// <param name="P90">The shortest length that nine of ten did not exceed (nearest rank).</param>
public sealed record TargetWhatIf(int Cases, int Within, decimal? Median, int? P90)
{
    public int Late => Cases - Within;

    /// <summary>0 to 1; <c>null</c> without a case.</summary>
    public decimal? Share => Cases == 0 ? null : (decimal)Within / Cases;

    /// <param name="used">Working days that each case used, pauses left out.</param>
    /// <param name="length">The length that is tried.</param>
    public static TargetWhatIf Of(IEnumerable<int> used, int length)
    {
        var days = used.Order().ToList();
        if (days.Count == 0)
            return new(0, 0, null, null);
        var middle = days.Count / 2;
        var median = days.Count % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2m;
        return new(days.Count, days.Count(day => day <= length), median, days[(9 * days.Count + 9) / 10 - 1]);
    }
}
