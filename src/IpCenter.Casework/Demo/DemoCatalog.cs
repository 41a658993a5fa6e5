using System.Text.Json;

namespace IpCenter.Casework.Demo;

/// <summary>What the generator of the demo pictures wrote beside them.</summary>
public sealed record DemoCatalog(IReadOnlyList<DemoDesign> Designs, IReadOnlyList<DemoScreenshot> Screenshots, IReadOnlyList<DemoFlaw> Bad)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the catalogue of a folder; <c>null</c> when the pictures are not there.</summary>
    public static async Task<DemoCatalog?> ReadAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, "catalog.json");
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemoCatalog>(file, Options, ct);
    }

    public DemoDesign Design(string id) => Designs.Single(d => d.Id == id);

    /// <summary>The bad pictures with which the design is filed at first; none for most.</summary>
    public IReadOnlyList<DemoFlaw> FlawsOf(string design) => [.. Bad.Where(f => f.Design == design)];
}
