using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Runtime;

/// <summary>
/// How a task ended. It becomes the value of RunTask's <c>result</c> variable as one object:
/// <c>{ outcome: "...", ...data }</c>.
/// </summary>
/// <param name="Outcome">One of the task's outcomes, for example <c>pass</c>.</param>
/// <param name="Data">Further facts: null, booleans, numbers, strings, dates, ids, lists and dictionaries. A key <c>outcome</c> throws.</param>
public sealed record TaskResult(string Outcome, IReadOnlyDictionary<string, object?> Data)
{
    /// <summary>A result without data.</summary>
    public TaskResult(string outcome) : this(outcome, new Dictionary<string, object?>()) { }

    internal IReadOnlyDictionary<string, object?> ToValue()
    {
        var value = new Dictionary<string, object?> { ["outcome"] = Outcome };
        foreach (var (name, fact) in Data)
            value.Add(name, WorkflowValue.From(fact));
        return value;
    }
}
