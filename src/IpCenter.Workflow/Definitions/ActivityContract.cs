namespace IpCenter.Workflow.Definitions;

/// <summary>The properties of one activity type, as Elsa 3.7 describes them: what the reader accepts and the editors' schema offers.</summary>
/// <param name="Type">Elsa's type name.</param>
/// <param name="Summary">What the activity does, for editors.</param>
/// <param name="Members">Its own properties; those that every activity has are not among them.</param>
internal sealed record ActivityContract(string Type, string Summary, IReadOnlyList<ActivityMember> Members)
{
    /// <summary>Properties of every activity.</summary>
    public static readonly IReadOnlyList<string> CommonMembers =
        ["id", "nodeId", "name", "type", "version", "customProperties", "metadata", "canStartWorkflow", "runAsynchronously"];

    /// <summary>Every supported type.</summary>
    public static readonly IReadOnlyList<ActivityContract> All =
    [
        new("Elsa.Start", "Where instances start.", []),
        new("Elsa.End", "Ends the instance at once and cancels what still waits.", []),
        new("Elsa.Finish", "Ends the instance at once and cancels what still waits.", []),
        new("Elsa.Complete", "Ends the flowchart at once.", [Input("outcomes", "Object")]),
        new("Elsa.Fault", "Stops the instance with a fault.", [Input("code"), Input("category"), Input("faultType"), Input("message")]),
        new("Elsa.RunTask", "Work for the system or for people; waits for its result.",
            [Needed("taskName"), Input("payload", "ObjectDictionary"), new("taskId", "String", ActivityMemberKind.Unused, false), Result]),
        new("Elsa.Event", "Waits for a named event.", [Needed("eventName"), Result]),
        new("Elsa.PublishEvent", "Sends an event and goes on.",
            [Needed("eventName"), Input("correlationId"), Input("isLocalEvent", "Boolean"), Input("payload", "Object")]),
        new("Elsa.Delay", "Waits for a span of time, [d.]hh:mm:ss.", [Needed("timeSpan", "TimeSpan")]),
        new("Elsa.Timer", "Waits for a span of time, [d.]hh:mm:ss.", [Needed("interval", "TimeSpan")]),
        new("Elsa.Cron", "Waits for the next instant of a cron expression with seconds, in UTC.", [Needed("cronExpression")]),
        new("Elsa.StartAt", "Waits until an instant, ISO 8601 with offset.", [Needed("dateTime", "DateTimeOffset")]),
        new("Elsa.FlowDecision", "Follows True or False.", [Needed("condition", "Boolean")]),
        new("Elsa.FlowSwitch", "Follows the first case that holds, or all; else Default.",
            [new("cases", "", ActivityMemberKind.Cases, true), Input("mode", "Elsa.Workflows.SwitchMode, Elsa.Workflows.Core")]),
        new("Elsa.FlowFork", "Follows all its branches.", [Input("branches", "String[]")]),
        new("Elsa.FlowJoin", "Brings branches together.",
            [Input("mode", "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core")]),
        new("Elsa.SetVariable", "Sets a variable.", [new("variable", "", ActivityMemberKind.Variable, true), Needed("value", "Object")]),
        new("Elsa.Correlate", "Sets the instance's correlation id.", [Needed("correlationId")]),
        new("Elsa.SetName", "Names the instance.", [Needed("value")]),
        new("Elsa.SetOutput", "Sets a declared output.", [Needed("outputName"), Needed("outputValue", "Object")]),
        new("Elsa.DispatchWorkflow", "Starts an instance of another definition after this step is saved.",
            [
                Needed("workflowDefinitionId"), Input("correlationId"), Input("channelName"), Input("input", "ObjectDictionary"),
                Input("waitForCompletion", "Boolean"), Input("startNewTrace", "Boolean"), Result
            ]),
        new("Elsa.ExecuteWorkflow", "Runs an instance of another definition within this step.",
            [Needed("workflowDefinitionId"), Input("correlationId"), Input("input", "ObjectDictionary"), Input("waitForCompletion", "Boolean"), Result])
    ];

    private static readonly Dictionary<string, IReadOnlySet<string>> KnownNames = All.ToDictionary(
        contract => contract.Type,
        IReadOnlySet<string> (contract) => CommonMembers.Concat(contract.Members.Select(member => member.Name)).ToHashSet());

    private static ActivityMember Result => new("result", "Object", ActivityMemberKind.Output, false);

    /// <summary>All property names of a type; null when the type is not known.</summary>
    public static IReadOnlySet<string>? NamesOf(string type) => KnownNames.GetValueOrDefault(type);

    private static ActivityMember Input(string name, string typeName = "String") => new(name, typeName, ActivityMemberKind.Input, false);

    private static ActivityMember Needed(string name, string typeName = "String") => new(name, typeName, ActivityMemberKind.Input, true);
}

/// <summary>One property of an activity type.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="TypeName">Elsa's type alias of the value.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record ActivityMember(string Name, string TypeName, ActivityMemberKind Kind, bool IsRequired);

/// <summary>How a property is written.</summary>
internal enum ActivityMemberKind
{
    /// <summary><c>{ typeName, expression: { type, value } }</c>, or a bare scalar.</summary>
    Input,

    /// <summary><c>{ typeName, memoryReference: { id } }</c>.</summary>
    Output,

    /// <summary>A variable, not wrapped.</summary>
    Variable,

    /// <summary>Cases of a switch, not wrapped.</summary>
    Cases,

    /// <summary>An output that Elsa has and nobody here may take: always null.</summary>
    Unused
}
