namespace IpCenter.Casework.Fees;

/// <summary>What is to be paid for one item, and how it came about.</summary>
/// <param name="Item">The item of the schedule.</param>
/// <param name="AmountCny">To be paid, in yuan, surcharge included.</param>
/// <param name="ReductionRate">The share taken off; 0 for the full fee.</param>
/// <param name="SurchargeCny">The part of the amount that is due for being late.</param>
public sealed record FeeQuote(FeeItem Item, decimal AmountCny, decimal ReductionRate, decimal SurchargeCny)
{
    /// <summary>Due where the office has no reduction on file.</summary>
    public decimal FullAmountCny => Item.AmountCny + SurchargeCny;

    public Bilingual Words() => new(
        $"{Item.Name.Zh}：{Item.AmountCny:0.##}元{(ReductionRate > 0 ? $"，减缴{ReductionRate:0%}" : "")}{(SurchargeCny > 0 ? $"，滞纳金{SurchargeCny:0.##}元" : "")}，应缴{AmountCny:0.##}元",
        $"{Item.Name.En}: {Item.AmountCny:0.##} yuan{(ReductionRate > 0 ? $", reduced by {ReductionRate:0%}" : "")}{(SurchargeCny > 0 ? $", surcharge {SurchargeCny:0.##} yuan" : "")}, to pay {AmountCny:0.##} yuan");
}
