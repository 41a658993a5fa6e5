using System.Text.Json.Nodes;
using IpCenter.Testing;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Tests.Support;
using NJsonSchema;

namespace IpCenter.Workflow.Tests.Definitions;

/// <summary>The schema for editors says what the reader says of single places.</summary>
public sealed class DefinitionSchemaTests
{
    [Fact]
    public async Task The_schema_in_the_documents_is_the_one_that_the_reader_means() =>
        Assert.Equal(DefinitionSchema.ToJson(), await File.ReadAllTextAsync(Repository.PathTo("docs/workflow-definition.schema.json")));

    [Theory]
    [InlineData("workflows/design-application.json")]
    [InlineData("workflows/design-application-2.json")]
    [InlineData("workflows/design-application-3.json")]
    [InlineData("workflows/infringement-report.json")]
    [InlineData("workflows/court-referral.json")]
    [InlineData("tests/IpCenter.Workflow.Tests/Definitions/design-demo.json")]
    public async Task It_accepts_the_definitions(string path) =>
        Assert.Empty((await SchemaAsync()).Validate(await File.ReadAllTextAsync(Repository.PathTo(path))));

    public static TheoryData<string> Spoilt => [.. Spoils.Keys];

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task It_refuses_what_the_reader_refuses(string name)
    {
        var flow = Sound();
        Assert.Empty((await SchemaAsync()).Validate(flow.ToString()));
        Spoils[name](flow);
        Assert.NotEmpty(flow.Read().Problems);
        Assert.NotEmpty((await SchemaAsync()).Validate(flow.ToString()));
    }

    private static readonly Dictionary<string, Action<FlowText>> Spoils = new()
    {
        ["an unknown type"] = f => Activity(f, 1)["type"] = "Elsa.WriteLine",
        ["an unknown version"] = f => Activity(f, 1)["version"] = 2,
        ["a misspelt property"] = f => Activity(f, 1)["timespan"] = "00:01:00",
        ["an ISO duration"] = f => Activity(f, 1)["timeSpan"]!["expression"]!["value"] = "P10D",
        ["more than 23 hours"] = f => Activity(f, 1)["timeSpan"]!["expression"]!["value"] = "72:00:00",
        ["a missing input"] = f => Activity(f, 1).Remove("timeSpan"),
        ["an unknown syntax"] = f => Activity(f, 1)["timeSpan"]!["expression"]!["type"] = "Liquid",
        ["an unknown join mode"] = f => Activity(f, 2)["mode"]!["expression"]!["value"] = "WaitSome",
        ["a variable without a driver"] = f => f.File["variables"]![0]!.AsObject().Remove("storageDriverTypeName"),
        ["another root"] = f => f.Root["type"] = "Elsa.Sequence",
        ["a trigger"] = f => Activity(f, 1)["canStartWorkflow"] = true,
    };

    private static JsonObject Activity(FlowText flow, int index) => flow.Root["activities"]![index]!.AsObject();

    private static FlowText Sound() => new FlowText().Variable("V").Start().Delay("pause", "1.00:00:00").Join("join", "WaitAny").End()
        .Arrows("start > pause > join > end");

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromJsonAsync(DefinitionSchema.ToJson());
}
