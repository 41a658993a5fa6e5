using IpCenter.Workflow.Definitions;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Steps that have another id in another version, as a person writes them: <c>old = new</c>, one a line.</summary>
internal sealed record StepMapText(IReadOnlyDictionary<string, string> Map, StepMapText.WrongLine? Wrong)
{
    /// <summary>A line that is not of this form, or names a step that its version does not have, or names one twice.</summary>
    /// <param name="Number">From one.</param>
    /// <param name="Text">As it was written.</param>
    public sealed record WrongLine(int Number, string Text);

    public static StepMapText Read(string? text, WorkflowDefinition from, WorkflowDefinition to)
    {
        var (olds, news) = (from.Activities.Select(a => a.Id).ToHashSet(), to.Activities.Select(a => a.Id).ToHashSet());
        var map = new Dictionary<string, string>();
        foreach (var (at, line) in (text ?? "").Split('\n', StringSplitOptions.TrimEntries).Index())
        {
            if (line.Length == 0)
                continue;
            var sides = line.Split('=', StringSplitOptions.TrimEntries);
            if (sides is not [var old, var now] || !olds.Contains(old) || !news.Contains(now) || !map.TryAdd(old, now))
                return new(map, new WrongLine(at + 1, line));
        }
        return new(map, null);
    }
}
