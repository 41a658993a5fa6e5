using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Festivals;

/// <summary>Days before a festival in which cases of some product classes go first (节前绿色通道).</summary>
public sealed record FestivalWindow
{
    public required string Key { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>The day of the festival.</summary>
    public required DateOnly Festival { get; init; }

    public required DateOnly Opens { get; init; }

    /// <summary>The last day of the window.</summary>
    public required DateOnly Closes { get; init; }

    /// <summary>Locarno subclasses, or a whole class as <c>02-*</c>.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    public bool IsOpenOn(DateOnly date) => Opens <= date && date <= Closes;

    public bool Covers(string code) => Classes.Any(covered => covered == code || (covered.EndsWith("-*", StringComparison.Ordinal) && code.StartsWith(covered[..3], StringComparison.Ordinal)));

    public IEnumerable<Fault> Faults(string path)
    {
        if (Closes < Opens)
            yield return new Fault($"{path}.closes", "The window closes before it opens.");
        if (Festival < Opens)
            yield return new Fault($"{path}.opens", "The window opens after the festival.");
        if (Classes.Count == 0)
            yield return new Fault($"{path}.classes", "A window without classes helps nobody.");
    }
}
