using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Fees;

/// <summary>A file of <c>data/fees/</c>.</summary>
public sealed record FeeFile
{
    public required Provenance Provenance { get; init; }

    /// <summary>Surcharge for each month that an annual fee is late, as a share of it (细则115).</summary>
    public required decimal LateRatePerMonth { get; init; }

    public required int LateMonths { get; init; }

    public required FeeReduction Reduction { get; init; }

    public required IReadOnlyList<FeeItem> Items { get; init; }

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        if (Reduction.SingleRate is < 0 or > 1 || Reduction.JointRate is < 0 or > 1)
            yield return new Fault("$.reduction", "A rate lies between 0 and 1.");
        for (var at = 0; at < Items.Count; at++)
        {
            var item = Items[at];
            if (item.AmountCny < 0)
                yield return new Fault($"$.items[{at}].amountCny", "An amount is not negative.");
            if ((item.FromYear is null) != (item.ToYear is null) || item.ToYear < item.FromYear)
                yield return new Fault($"$.items[{at}].toYear", "An annual fee has a first and a last year.");
            if (item.EffectiveTo <= item.EffectiveFrom)
                yield return new Fault($"$.items[{at}].effectiveTo", "It ends before it begins.");
        }
    }
}
