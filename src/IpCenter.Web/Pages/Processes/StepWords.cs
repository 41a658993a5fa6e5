using IpCenter.Web.Languages;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Expressions;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Processes;

/// <summary>
/// Says processes, steps and ways in the language of the request: by the words of the domain where they exist, else by
/// the texts of the definition, whose labels are Chinese and whose descriptions are English.
/// </summary>
public sealed class StepWords(Words words, IStringLocalizer<Resources.Processes> texts)
{
    public string Definition(DefinitionIdentity identity) => Own($"definition.{identity.DefinitionId}") ?? identity.Name;

    public string Name(Activity activity)
    {
        if (activity is RunTaskActivity task)
        {
            if (task.PayloadTexts("stage") is [var stage] && task.TaskName == "EnterStage")
                return texts["step.stage", words.Stage(stage)];
            if (!task.IsHandled && words.Find("task", task.TaskName) is { } name)
                return name;
        }
        if (!Language.IsEnglish)
            return activity.Design.Text;
        // The definition's own words where they say more than the code of the stage that comes next.
        return activity is SetVariableActivity { Value: ConstantExpression { Value: string code } } && activity.Design.Description == $"Next: {code}"
            ? texts["step.next", Code(code)]
            : activity.Design.Description ?? activity.Design.Text;
    }

    public string Kind(StepKind kind) => texts[$"kind.{kind}"];

    /// <summary>The queues that a person's task goes to, in words; <c>null</c> for other steps.</summary>
    public string? Queue(Activity activity) =>
        activity is RunTaskActivity { IsHandled: false } task && task.PayloadTexts("queue") is { Count: > 0 } queues
            ? string.Join(texts["separator"], queues.Select(words.Queue))
            : null;

    /// <summary>What decides that a way is taken; <c>null</c> where the step has one way only.</summary>
    public string? Port(Activity source, string port)
    {
        if (source.Ports.Count < 2)
            return null;
        return Code(port);
    }

    /// <summary>How a step ended, from the history: a task's outcome, else the way that was taken.</summary>
    public string? Outcome(Activity activity, string? ports, string? result)
    {
        if (activity is RunTaskActivity)
            return result is null or "done" or "computed" ? null : Own($"result.{result}") ?? words.Find("outcome", result) ?? result;
        var said = (ports ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(port => Port(activity, port)).OfType<string>();
        return string.Join(texts["separator"], said) is { Length: > 0 } text ? text : null;
    }

    private string Code(string code) => Own($"port.{code}") ?? words.Find("outcome", code) ?? words.Find("stage", StageOf(code)) ?? code;

    // The switch between the stages names its ways after them, in lower case with hyphens.
    private static string StageOf(string port) => string.Concat(port.Split('-').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));

    private string? Own(string key) => texts[key] is { ResourceNotFound: false } text ? text.Value : null;
}
