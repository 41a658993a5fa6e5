namespace IpCenter.Workflow.Definitions;

/// <summary>One accepted version of a workflow definition. Immutable.</summary>
public sealed class WorkflowDefinition
{
    private readonly Dictionary<string, Activity> _activities;

    internal WorkflowDefinition(
        DefinitionIdentity identity,
        IReadOnlyList<VariableDefinition> variables,
        IReadOnlyList<InputDefinition> inputs,
        IReadOnlyList<Activity> activities,
        IReadOnlyList<Connection> connections)
    {
        Identity = identity;
        Variables = variables;
        Inputs = inputs;
        Activities = activities;
        Connections = connections;
        Graph = new FlowGraph(activities, connections);
        _activities = activities.ToDictionary(activity => activity.Id);
    }

    /// <summary>Ids, version, names and state of publication.</summary>
    public DefinitionIdentity Identity { get; }

    /// <summary>The stable id over all versions.</summary>
    public string DefinitionId => Identity.DefinitionId;

    /// <summary>1 or more.</summary>
    public int Version => Identity.Version;

    /// <summary>True for the version that new instances follow.</summary>
    public bool IsPublished => Identity.IsPublished;

    /// <summary>Declared variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>Declared inputs.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; }

    /// <summary>The flowchart's activities in the file's order.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>The flowchart's connections in the file's order.</summary>
    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>Declared outputs.</summary>
    public IReadOnlyList<OutputDefinition> Outputs { get; internal init; } = [];

    /// <summary>How instances start and what a fault does.</summary>
    public DefinitionOptions Options { get; internal init; } = DefinitionOptions.Default;

    internal FlowGraph Graph { get; }

    /// <summary>The activity; an unknown id throws <see cref="KeyNotFoundException"/>.</summary>
    public Activity Activity(string id) => _activities[id];

    /// <summary>Whether there is such an activity.</summary>
    public bool Has(string activityId) => _activities.ContainsKey(activityId);
}
