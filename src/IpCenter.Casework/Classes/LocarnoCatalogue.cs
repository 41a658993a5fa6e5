namespace IpCenter.Casework.Classes;

/// <summary>The Locarno Classification. Source: WIPO, Locarno Classification.</summary>
public sealed class LocarnoCatalogue(LocarnoFile file)
{
    private readonly Dictionary<string, LocarnoSubclass> _subclasses = file.Subclasses.ToDictionary(entry => entry.Code, StringComparer.Ordinal);

    public int Edition { get; } = file.Edition;

    public IReadOnlyList<LocarnoClass> Classes { get; } = file.Classes;

    public IReadOnlyList<LocarnoSubclass> Subclasses { get; } = file.Subclasses;

    public LocarnoSubclass? Find(string code) => _subclasses.GetValueOrDefault(code);

    public LocarnoClass ClassOf(LocarnoSubclass subclass) => Classes.First(entry => entry.Number == subclass.Class);

    /// <summary>
    /// The printed form that WIPO recommends: <c>LOC (15) Cl. 02-02, 03; 06-01</c>: subclasses of one class joined by commas, classes by semicolons.
    /// </summary>
    public string Format(IEnumerable<string> codes) =>
        $"LOC ({Edition}) Cl. {string.Join("; ", codes.Distinct().Order(StringComparer.Ordinal).GroupBy(code => code[..2])
            .Select(group => $"{group.Key}-{string.Join(", ", group.Select(code => code[3..]))}"))}";
}
