using System.Text.Json;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>Reads one file into a definition, or into every reason why it is refused.</summary>
internal static class DefinitionReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly HashSet<string> KnownMembers =
    [
        "$schema", "id", "definitionId", "tenantId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs",
        "outputs", "outcomes", "customProperties", "isReadonly", "isSystem", "isLatest", "isPublished", "options", "root"
    ];

    private static readonly HashSet<string> KnownRootMembers =
        ["id", "nodeId", "name", "type", "version", "customProperties", "metadata", "activities", "variables", "connections"];

    private static readonly HashSet<string> KnownOptions =
    [
        "activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType",
        "commitStrategyName"
    ];

    private static readonly Dictionary<string, ActivationStrategy> Activations = new()
    {
        ["AllowAlwaysStrategy"] = ActivationStrategy.AllowAlways,
        ["SingletonStrategy"] = ActivationStrategy.Singleton,
        ["CorrelationStrategy"] = ActivationStrategy.Correlation,
        ["CorrelatedSingletonStrategy"] = ActivationStrategy.CorrelatedSingleton
    };

    private static readonly Dictionary<string, bool> Incidents = new()
    {
        ["FaultStrategy"] = false,
        ["ContinueWithIncidentsStrategy"] = true
    };

    /// <summary>The definition, or null when problems were reported.</summary>
    public static WorkflowDefinition? Read(string json, ProblemReport report, CatalogRules rules)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException failure)
        {
            report.Add(null, "$", $"this is not JSON: {failure.Message}");
            return null;
        }
        using (document)
            return Read(new JsonPlace(document.RootElement, "$", null, report), rules);
    }

    private static WorkflowDefinition? Read(JsonPlace file, CatalogRules rules)
    {
        if (!file.IsObject)
        {
            file.Refuse("an object is needed");
            return null;
        }
        file.RefuseUnknown(KnownMembers);
        var identity = Identity(file);
        var options = Options(file["options"]);
        var variables = VariableReader.Read(file["variables"]);
        var inputs = Inputs(file["inputs"]);
        var outputs = Outputs(file["outputs"]);
        var names = new ExpressionNames(
            variables.DistinctBy(v => v.Name).ToDictionary(v => v.Name, v => v.Id), inputs.Select(input => input.Name).ToHashSet());
        var root = file["root"];
        CheckRoot(root);
        var reader = new ActivityReader(new InputReader(new ExpressionReader(names, variables), variables), variables, outputs, rules);
        var places = root["activities"].Items().ToList();
        var activities = places.Select(reader.Read).ToList();
        var connections = ConnectionReader.Read(root["connections"], places, activities);
        var readable = activities.OfType<Activity>().ToList();
        if (readable.Count == activities.Count)
            FlowchartCheck.Run(readable, connections, root, rules);
        return file.Report.Problems.Count == 0
            ? new WorkflowDefinition(identity, variables, inputs, readable, connections) { Options = options, Outputs = outputs }
            : null;
    }

    private static DefinitionIdentity Identity(JsonPlace file)
    {
        var version = file["version"].WholeNumber();
        if (version < 1)
            file["version"].Refuse("versions start at 1");
        if (file["toolVersion"].TextOrNull() is not { } tool || !tool.StartsWith("3.", StringComparison.Ordinal))
            file["toolVersion"].Refuse("a definition of Elsa 3 is needed, for example \"3.7.1.0\"");
        return new DefinitionIdentity(
            file.Report.File, file["id"].Text(), file["definitionId"].Text(), version, file["name"].Text(),
            file["description"].TextOrNull(), file["isPublished"].IsTrue);
    }

    private static DefinitionOptions Options(JsonPlace options)
    {
        options.RefuseUnknown(KnownOptions);
        if (options["usableAsActivity"].IsTrue)
            options["usableAsActivity"].Refuse("definitions are not used as activities; use Elsa.ExecuteWorkflow or Elsa.DispatchWorkflow");
        return new DefinitionOptions(
            Strategy(options["activationStrategyType"], Activations),
            Strategy(options["incidentStrategyType"], Incidents));
    }

    // Elsa writes a .NET type name: "Namespace.Type, Assembly".
    private static T Strategy<T>(JsonPlace place, IReadOnlyDictionary<string, T> known)
        where T : struct
    {
        if (place.IsNull || place.TextOrNull() is "")
            return default;
        var name = (place.TextOrNull() ?? "").Split(',')[0].Split('.')[^1];
        if (known.TryGetValue(name, out var strategy))
            return strategy;
        place.Refuse($"'{place.TextOrNull()}' is not known; there are {string.Join(", ", known.Keys)}");
        return default;
    }

    private static void CheckRoot(JsonPlace root)
    {
        if (root["type"].TextOrNull() != "Elsa.Flowchart")
            root["type"].Refuse("the root must be an Elsa.Flowchart");
        if (root["version"].WholeNumber() != 1)
            root["version"].Refuse("only version 1 of Elsa.Flowchart is known");
        root.RefuseUnknown(KnownRootMembers);
        if (root["variables"].Items().Any())
            root["variables"].Refuse("declare variables at the top of the file");
        if (root["customProperties"]["notFoundConnections"].Items().Any())
            root["customProperties"]["notFoundConnections"].Refuse("the designer lost these connections");
    }

    private static List<InputDefinition> Inputs(JsonPlace inputs)
    {
        var read = new List<InputDefinition>();
        foreach (var input in inputs.Items())
        {
            var name = input["name"].Text();
            if (read.Any(other => other.Name == name))
                input["name"].Refuse($"two inputs are named '{name}'");
            read.Add(new InputDefinition(name, input["displayName"].TextOrNull() ?? name, TypeOf(input)));
        }
        return read;
    }

    private static List<OutputDefinition> Outputs(JsonPlace outputs)
    {
        var read = new List<OutputDefinition>();
        foreach (var output in outputs.Items())
        {
            var name = output["name"].Text();
            if (read.Any(other => other.Name == name))
                output["name"].Refuse($"two outputs are named '{name}'");
            read.Add(new OutputDefinition(name, output["displayName"].TextOrNull() ?? name, TypeOf(output)));
        }
        return read;
    }

    private static string TypeOf(JsonPlace argument)
    {
        var type = argument["type"].Text();
        if (type.Length > 0 && VariableReader.ProblemOfType(type) is { } problem)
            argument["type"].Refuse(problem);
        return type;
    }
}
