using System.Text.Json.Nodes;
using IpCenter.Workflow.Definitions;

namespace IpCenter.Benchmarks.Processes;

/// <summary>The definitions that are measured.</summary>
internal static class ProcessDefinitions
{
    private static readonly CatalogRules Rules = new(new HashSet<string> { "CheckFormalities", "after" });

    /// <summary>Formalities check, then a reply raced against ten days.</summary>
    public static WorkflowCatalog Demo() => Catalog(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "design-demo.json")));

    /// <summary>Start, a variable, a decision, another variable, the end.</summary>
    public static WorkflowCatalog FiveActivities() => Catalog(Flow(
        [
            Activity("start", "Elsa.Start"),
            Activity("first", "Elsa.SetVariable", ("variable", Variable()), ("value", Script("Object", "1"))),
            Activity("ok", "Elsa.FlowDecision", ("condition", Script("Boolean", "getVariable('Count') > 0"))),
            Activity("second", "Elsa.SetVariable", ("variable", Variable()), ("value", Script("Object", "getVariable('Count') + 1"))),
            Activity("end", "Elsa.End")
        ],
        ("start", "Done", "first"), ("first", "Done", "ok"), ("ok", "True", "second"), ("ok", "False", "end"), ("second", "Done", "end")));

    /// <summary>A reply raced against a deadline, and a task after the join: the task must be done once.</summary>
    public static WorkflowCatalog Race() => Catalog(Flow(
        [
            Activity("start", "Elsa.Start"),
            Activity("fork", "Elsa.FlowFork", ("branches", Wrapped("String[]", "Object", "[\"Reply\",\"Deadline\"]"))),
            Activity("reply", "Elsa.Event", ("eventName", Wrapped("String", "Literal", "Reply"))),
            Activity("deadline", "Elsa.Delay", ("timeSpan", Wrapped("TimeSpan", "Literal", "00:00:00"))),
            Activity("join", "Elsa.FlowJoin", ("mode", Wrapped("Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "Literal", "WaitAny"))),
            Activity("after", "Elsa.RunTask", ("taskName", Wrapped("String", "Literal", "after"))),
            Activity("end", "Elsa.End")
        ],
        ("start", "Done", "fork"), ("fork", "Reply", "reply"), ("fork", "Deadline", "deadline"), ("reply", "Done", "join"),
        ("deadline", "Done", "join"), ("join", "Done", "after"), ("after", "Done", "end")));

    private static WorkflowCatalog Catalog(string json)
    {
        var reading = WorkflowCatalog.Read([KeyValuePair.Create("measured.json", json)], Rules);
        return reading.Catalog ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static string Flow(JsonNode[] activities, params (string Source, string Port, string Target)[] arrows) => new JsonObject
    {
        ["id"] = "measured-v1",
        ["definitionId"] = "measured",
        ["name"] = "measured",
        ["version"] = 1,
        ["toolVersion"] = "3.7.1.0",
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["inputs"] = new JsonArray(new JsonObject { ["type"] = "String", ["name"] = "CaseId" }),
        ["variables"] = new JsonArray(new JsonObject
        {
            ["id"] = "count",
            ["name"] = "Count",
            ["typeName"] = "Int32",
            ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"
        }),
        ["root"] = new JsonObject
        {
            ["id"] = "root",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray(activities),
            ["connections"] = new JsonArray([.. arrows.Select(arrow => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = arrow.Source, ["port"] = arrow.Port },
                ["target"] = new JsonObject { ["activity"] = arrow.Target, ["port"] = "In" }
            })])
        }
    }.ToJsonString();

    private static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] members)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in members)
            activity[name] = value;
        return activity;
    }

    private static JsonObject Variable() => new() { ["id"] = "count", ["name"] = "Count", ["typeName"] = "Int32" };

    private static JsonObject Script(string typeName, string text) => Wrapped(typeName, "JavaScript", text);

    private static JsonObject Wrapped(string typeName, string syntax, string text) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = syntax, ["value"] = text } };
}
