using System.Text.Json.Nodes;
using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Tests.Support;

/// <summary>Writes workflow definitions as JSON text in the form that Elsa Studio exports.</summary>
internal sealed class FlowText
{
    private const string Driver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];
    private readonly JsonArray _inputs = [];
    private readonly JsonArray _outputs = [];

    public FlowText(string definitionId = "flow", int version = 1)
    {
        Root = new JsonObject
        {
            ["id"] = "root",
            ["name"] = "Flowchart1",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["notFoundConnections"] = new JsonArray() },
            ["variables"] = new JsonArray(),
            ["activities"] = _activities,
            ["connections"] = _connections
        };
        File = new JsonObject
        {
            ["id"] = $"{definitionId}-v{version}",
            ["definitionId"] = definitionId,
            ["name"] = definitionId,
            ["version"] = version,
            ["toolVersion"] = "3.7.1.0",
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = _variables,
            ["inputs"] = _inputs,
            ["outputs"] = _outputs,
            ["root"] = Root
        };
    }

    public JsonObject File { get; }

    public JsonObject Root { get; }

    public static JsonObject Literal(string typeName, string value) => Wrapped(typeName, "Literal", value);

    public static JsonObject Script(string typeName, string value) => Wrapped(typeName, "JavaScript", value);

    public static JsonObject Wrapped(string typeName, string syntax, JsonNode value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = syntax, ["value"] = value } };

    public static JsonObject Reference(string variable) => new() { ["id"] = $"var-{variable}", ["name"] = variable, ["typeName"] = "Object" };

    public FlowText Variable(string name, string typeName = "Object", string? value = null)
    {
        _variables.Add(new JsonObject
        {
            ["id"] = $"var-{name}",
            ["name"] = name,
            ["typeName"] = typeName,
            ["isArray"] = false,
            ["value"] = value,
            ["storageDriverTypeName"] = Driver
        });
        return this;
    }

    public FlowText Input(string name)
    {
        _inputs.Add(new JsonObject { ["type"] = "String", ["name"] = name, ["displayName"] = name });
        return this;
    }

    public FlowText Activity(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in members)
            activity[name] = value;
        _activities.Add(activity);
        return this;
    }

    public FlowText Start() => Activity("start", "Elsa.Start");

    public FlowText End(string id = "end") => Activity(id, "Elsa.End");

    public FlowText Task(string id, string? result = null, string payload = "({ queue: 'examiners' })") => Activity(
        id, "Elsa.RunTask", ("taskName", Literal("String", id)), ("payload", Script("ObjectDictionary", payload)), ("result", Output(result)));

    public FlowText Event(string id, string? result = null) =>
        Activity(id, "Elsa.Event", ("eventName", Literal("String", id)), ("result", Output(result)));

    public FlowText Delay(string id, string span) => Activity(id, "Elsa.Delay", ("timeSpan", Literal("TimeSpan", span)));

    public FlowText Decision(string id, string condition) =>
        Activity(id, "Elsa.FlowDecision", ("condition", Script("Boolean", condition)));

    public FlowText Fork(string id, params string[] branches) => Activity(
        id, "Elsa.FlowFork", ("branches", Wrapped("String[]", "Object", $"[{string.Join(',', branches.Select(b => $"\"{b}\""))}]")));

    public FlowText Switch(string id, string mode, params (string Label, string Condition)[] cases) => Activity(
        id,
        "Elsa.FlowSwitch",
        ("mode", Literal("Elsa.Workflows.SwitchMode, Elsa.Workflows.Core", mode)),
        ("cases", new JsonArray([.. cases.Select(c => new JsonObject
        {
            ["label"] = c.Label,
            ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = c.Condition }
        })])));

    public FlowText Join(string id, string mode) => Activity(
        id, "Elsa.FlowJoin", ("mode", Literal("Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", mode)));

    public FlowText Set(string id, string variable, string script) => Activity(
        id, "Elsa.SetVariable", ("variable", Reference(variable)),
        ("value", Script("Object", script)));

    /// <summary>Arrows such as <c>start &gt; check</c> and <c>ok.True &gt; end</c>; the port is Done unless it is written.</summary>
    public FlowText Arrows(params string[] arrows)
    {
        foreach (var arrow in arrows)
        {
            var ends = arrow.Split(" > ");
            for (var i = 0; i + 1 < ends.Length; i++)
            {
                var source = ends[i].Split('.');
                _connections.Add(new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                    ["target"] = new JsonObject { ["activity"] = ends[i + 1].Split('.')[0], ["port"] = "In" }
                });
            }
        }
        return this;
    }

    /// <summary>A declared output.</summary>
    public FlowText Gives(string name, string typeName = "Object")
    {
        _outputs.Add(new JsonObject { ["type"] = typeName, ["name"] = name, ["displayName"] = name });
        return this;
    }

    /// <summary>ExecuteWorkflow or DispatchWorkflow of another definition.</summary>
    public FlowText Child(string id, string type, string definitionId, bool waits, string? result = null, string? input = null) => Activity(
        id, type, ("workflowDefinitionId", Literal("String", definitionId)), ("waitForCompletion", Literal("Boolean", waits ? "true" : "false")),
        ("input", input is null ? null : Script("ObjectDictionary", input)), ("result", Output(result)));

    public override string ToString() => File.ToJsonString();

    /// <summary>The reading of this one definition.</summary>
    public CatalogReading Read(params string[] handledTasks) =>
        WorkflowCatalog.Read([KeyValuePair.Create("flow.json", ToString())], Rules.Lenient with { HandledTasks = handledTasks.ToHashSet() });

    /// <summary>The catalogue; problems fail the test.</summary>
    public WorkflowCatalog Catalog(params string[] handledTasks)
    {
        var reading = Read(handledTasks);
        Assert.Empty(reading.Problems);
        return reading.Catalog!;
    }

    /// <summary>The catalogue of several definitions; problems fail the test.</summary>
    public static WorkflowCatalog Together(params FlowText[] flows)
    {
        var reading = WorkflowCatalog.Read(flows.Select((flow, i) => KeyValuePair.Create($"{i}.json", flow.ToString())), Rules.Lenient);
        Assert.Empty(reading.Problems);
        return reading.Catalog!;
    }

    public WorkflowDefinition Definition(params string[] handledTasks) => Catalog(handledTasks).Definitions.Single();

    public static JsonObject? Output(string? variable) => variable is null
        ? null
        : new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = $"var-{variable}" } };
}
