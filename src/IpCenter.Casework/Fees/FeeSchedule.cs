namespace IpCenter.Casework.Fees;

/// <summary>The national office's fees for designs. The centre itself charges nothing.</summary>
public sealed class FeeSchedule(FeeFile file)
{
    public IReadOnlyList<FeeItem> Items { get; } = file.Items;

    /// <summary>The rate taken off, from the yes/no flag and the number of applicants.</summary>
    public decimal ReductionRate(bool reduced, int applicants) => (reduced, applicants) switch
    {
        (_, < 1) => throw new ArgumentOutOfRangeException(nameof(applicants), applicants, "There is at least one applicant."),
        (false, _) => 0,
        (true, 1) => file.Reduction.SingleRate,
        _ => file.Reduction.JointRate,
    };

    /// <summary>A fee that is not annual, on a date.</summary>
    /// <exception cref="KeyNotFoundException">The schedule has no such fee on that date.</exception>
    public FeeQuote Quote(string code, DateOnly on, bool reduced = false, int applicants = 1)
    {
        var item = Items.FirstOrDefault(item => item.Code == code && IsInForce(item, on))
            ?? throw new KeyNotFoundException($"There is no fee '{code}' on {on:O}.");
        return Reduce(item, item.Reducible ? ReductionRate(reduced, applicants) : 0);
    }

    /// <summary>
    /// The annual fee of a year of the right (the first is 1), some whole or begun months late.
    /// The reduction holds for the first ten years from grant; the surcharge is a share of the full fee (细则115).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is none of a design's, or the grace period is over.</exception>
    public FeeQuote AnnualFee(int year, int yearsSinceGrant, DateOnly on, bool reduced = false, int applicants = 1, int monthsLate = 0)
    {
        var item = Items.FirstOrDefault(item => item.FromYear <= year && year <= item.ToYear && IsInForce(item, on))
            ?? throw new ArgumentOutOfRangeException(nameof(year), year, "The schedule has no annual fee for this year.");
        if (monthsLate < 0 || monthsLate > file.LateMonths)
            throw new ArgumentOutOfRangeException(nameof(monthsLate), monthsLate, $"A fee can be made up within {file.LateMonths} months.");
        var reducible = item.Reducible && yearsSinceGrant < file.Reduction.AnnualFeeYears;
        var quote = Reduce(item, reducible ? ReductionRate(reduced, applicants) : 0);
        var surcharge = item.AmountCny * file.LateRatePerMonth * monthsLate;
        return quote with { AmountCny = quote.AmountCny + surcharge, SurchargeCny = surcharge };
    }

    private static FeeQuote Reduce(FeeItem item, decimal rate) => new(item, item.AmountCny * (1 - rate), rate, 0);

    private static bool IsInForce(FeeItem item, DateOnly on) =>
        (item.EffectiveFrom is null || item.EffectiveFrom <= on) && (item.EffectiveTo is null || on < item.EffectiveTo);
}
