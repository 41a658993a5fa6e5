using IpCenter.Workflow.Definitions;

namespace IpCenter.Web.Pages.Processes;

/// <summary>What a step is to somebody who looks at the drawing.</summary>
public enum StepKind
{
    Start,
    End,
    Person,
    System,
    Event,
    Timer,
    Decision,
    Fork,
    Join,
    Value,
    Process,
}

internal static class StepKinds
{
    public static StepKind Of(Activity activity) => activity is RunTaskActivity task
        ? task.IsHandled ? StepKind.System : StepKind.Person
        : activity.Type switch
        {
            "Elsa.Start" => StepKind.Start,
            "Elsa.End" or "Elsa.Finish" or "Elsa.Complete" or "Elsa.Fault" => StepKind.End,
            "Elsa.Event" or "Elsa.PublishEvent" => StepKind.Event,
            "Elsa.Delay" or "Elsa.Timer" or "Elsa.Cron" or "Elsa.StartAt" => StepKind.Timer,
            "Elsa.FlowDecision" or "Elsa.FlowSwitch" => StepKind.Decision,
            "Elsa.FlowFork" => StepKind.Fork,
            "Elsa.FlowJoin" => StepKind.Join,
            "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow" => StepKind.Process,
            _ => StepKind.Value,
        };

    /// <summary>Steps at which an instance may spend time; the others are passed in the same moment.</summary>
    public static bool Waits(this StepKind kind) =>
        kind is StepKind.Person or StepKind.System or StepKind.Event or StepKind.Timer or StepKind.Process;
}
