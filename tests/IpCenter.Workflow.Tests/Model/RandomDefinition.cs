using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>A random definition as its JSON text; the same for the same seed.</summary>
internal sealed record RandomDefinition(string Name, string Json)
{
    public static RandomDefinition Structured(int seed) => new($"structured {seed}", StructuredDefinition.Draw(new Random(seed)).ToString());

    public static RandomDefinition Wild(int seed) => new($"wild {seed}", WildDefinition.Draw(new Random(seed)).ToString());

    public ReferenceChart Chart() => new(Json);

    public CatalogReading Read() => Read(Json);

    public static CatalogReading Read(string json) => WorkflowCatalog.Read([KeyValuePair.Create("flow.json", json)], Rules.Lenient);
}
