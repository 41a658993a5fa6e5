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

    /// <summary>True when nothing of the instance goes on after it: it ends the instance or stops it.</summary>
    internal virtual bool IsTerminal => false;

    /// <summary>The variable that takes what the activity waited for, or null.</summary>
    internal virtual string? ResultVariable => null;
}

/// <summary>Where instances start.</summary>
public sealed record StartActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design);

/// <summary>Finishes the instance at once and cancels what still waits: Elsa's End, Finish and, in a root flowchart, Complete.</summary>
public sealed record EndActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design)
{
    /// <summary>What Complete gives as its outcomes; written into the history.</summary>
    public WorkflowExpression? Outcomes { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ports => [];

    internal override bool IsTerminal => true;
}

/// <summary>Stops the instance with a fault that the definition itself declares.</summary>
public sealed record FaultActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design)
{
    /// <summary>A short code for the fault.</summary>
    public WorkflowExpression? Code { get; init; }

    /// <summary>Who or what is at fault.</summary>
    public WorkflowExpression? Category { get; init; }

    /// <summary>The kind of fault within its category.</summary>
    public WorkflowExpression? FaultType { get; init; }

    /// <summary>What to tell the person who settles it.</summary>
    public WorkflowExpression? Message { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ports => [];

    internal override bool IsTerminal => true;
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

    /// <summary>The texts that the payload may have under a name, as far as they are written out in the definition; each once.</summary>
    public IReadOnlyList<string> PayloadTexts(string member) => [.. StaticResults.Texts(Payload, member).Distinct()];

    internal override string? ResultVariable => ResultVariableId;
}

/// <summary>Waits for a named event.</summary>
public sealed record EventActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design)
{
    /// <summary>Gives the event's name.</summary>
    public required WorkflowExpression EventName { get; init; }

    /// <summary>The variable that takes the event's payload.</summary>
    public string? ResultVariableId { get; init; }

    internal override string? ResultVariable => ResultVariableId;
}

/// <summary>Waits for a span of time, <c>[d.]hh:mm:ss</c>.</summary>
public sealed record DelayActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression TimeSpan) : Activity(Id, Type, Design);

/// <summary>Waits for an interval, <c>[d.]hh:mm:ss</c>; within a flowchart it is one wait, not a repetition.</summary>
public sealed record TimerActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression Interval) : Activity(Id, Type, Design);

/// <summary>Waits for the next instant that a cron expression of six fields (seconds first) names, in UTC.</summary>
public sealed record CronActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression Expression) : Activity(Id, Type, Design);

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

/// <summary>Sends an event and goes on at once; it arrives after the step was saved.</summary>
public sealed record PublishEventActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression EventName) : Activity(Id, Type, Design)
{
    /// <summary>Whom it is for; without one, for everybody who waits for the name when it arrives.</summary>
    public WorkflowExpression? CorrelationId { get; init; }

    /// <summary>True: for this instance alone.</summary>
    public WorkflowExpression? IsLocal { get; init; }

    /// <summary>What the event carries.</summary>
    public WorkflowExpression? Payload { get; init; }
}

/// <summary>Sets the instance's correlation id.</summary>
public sealed record CorrelateActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression CorrelationId) : Activity(Id, Type, Design);

/// <summary>Names the instance for people.</summary>
public sealed record SetNameActivity(string Id, string Type, ActivityDesign Design, WorkflowExpression Value) : Activity(Id, Type, Design);

/// <summary>Sets a declared output of the instance.</summary>
public sealed record SetOutputActivity(string Id, string Type, ActivityDesign Design, string OutputName, WorkflowExpression Value)
    : Activity(Id, Type, Design);

/// <summary>Starts an instance of another definition: Elsa's DispatchWorkflow and ExecuteWorkflow.</summary>
public sealed record ChildWorkflowActivity(string Id, string Type, ActivityDesign Design) : Activity(Id, Type, Design)
{
    /// <summary>The published definition that the child follows.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>True for ExecuteWorkflow: the child runs in the same step. False: the runner starts it after the save.</summary>
    public required bool IsInline { get; init; }

    /// <summary>The child's correlation id; without one, the parent's.</summary>
    public WorkflowExpression? CorrelationId { get; init; }

    /// <summary>The child's inputs, an object.</summary>
    public WorkflowExpression? Input { get; init; }

    /// <summary>Whether to wait for the child's end.</summary>
    public WorkflowExpression? WaitForCompletion { get; init; }

    /// <summary>The variable that takes the child's outputs.</summary>
    public string? ResultVariableId { get; init; }

    internal override string? ResultVariable => ResultVariableId;
}
