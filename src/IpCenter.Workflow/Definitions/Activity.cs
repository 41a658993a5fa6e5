using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>A step of a flowchart. The kinds are the sealed records of this file, one for each supported Elsa type.</summary>
/// <param name="Id">Unique in the definition.</param>
/// <param name="Type">Elsa's type name, for example <c>Elsa.RunTask</c>.</param>
/// <param name="Design">How it is drawn.</param>
public abstract record Activity(string Id, string Type, ActivityDesign Design)
{
    private protected static readonly IReadOnlyList<string> Done = ["Done"];

    /// <summary>The outcomes that connections may start from.</summary>
    public virtual IReadOnlyList<string> Ports => Done;

    /// <summary>True when completing it may follow several ports at once.</summary>
    internal virtual bool FollowsSeveralPorts => false;
}

/// <summary>Where instances start.</summary>
public sealed record StartActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design);

/// <summary>Finishes the instance at once and cancels what still waits.</summary>
public sealed record EndActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ports => [];
}

/// <summary>Work for the system (<see cref="IsHandled"/>) or for people.</summary>
public sealed record RunTaskActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design)
{
    /// <summary>The task's name.</summary>
    public required string TaskName { get; init; }

    /// <summary>True when a handler is registered for the name.</summary>
    public required bool IsHandled { get; init; }

    /// <summary>What the doer is told; an object.</summary>
    public WorkflowExpression? Payload { get; init; }

    /// <summary>The variable that takes the result.</summary>
    public string? ResultVariableId { get; init; }
}

/// <summary>Waits for a named event.</summary>
public sealed record EventActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design)
{
    /// <summary>Gives the event's name.</summary>
    public required WorkflowExpression EventName { get; init; }

    /// <summary>The variable that takes the event's payload.</summary>
    public string? ResultVariableId { get; init; }
}

/// <summary>Waits for a span of time, <c>[d.]hh:mm:ss</c>.</summary>
public sealed record DelayActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression TimeSpan) : Activity(Id, Type, Design);

/// <summary>Waits until an instant, ISO 8601 with offset; one that is past does not wait.</summary>
public sealed record StartAtActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression DateTime) : Activity(Id, Type, Design);

/// <summary>Follows True or False.</summary>
public sealed record FlowDecisionActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression Condition) : Activity(Id, Type, Design)
{
    private static readonly IReadOnlyList<string> TrueFalse = ["True", "False"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ports => TrueFalse;
}

/// <summary>Follows the first case that holds, or all of them; without one, Default.</summary>
public sealed record FlowSwitchActivity(string Id, string Type, ActivityDesign Design, IReadOnlyList<SwitchCase> Cases, bool MatchesAny)
    : Activity(Id, Type, Design)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ports { get; } = [.. Cases.Select(c => c.Label), "Default"];

    internal override bool FollowsSeveralPorts => MatchesAny && Cases.Count > 1;
}

/// <summary>One case of a FlowSwitch: its label is the port.</summary>
public sealed record SwitchCase(string Label, WorkflowExpression Condition);

/// <summary>Follows all its branches.</summary>
public sealed record FlowForkActivity(string Id, string Type, ActivityDesign Design, IReadOnlyList<string> Branches) : Activity(Id, Type, Design)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ports => Branches.Count == 0 ? Done : Branches;

    internal override bool FollowsSeveralPorts => Branches.Count > 1;
}

/// <summary>Brings branches together.</summary>
public sealed record FlowJoinActivity(string Id, string Type, ActivityDesign Design, JoinMode Mode) : Activity(Id, Type, Design);

/// <summary>Sets a variable.</summary>
public sealed record SetVariableActivity(string Id, string Type, ActivityDesign Design, string VariableId, WorkflowExpression Value)
    : Activity(Id, Type, Design);
