using IpCenter.Casework.Cases;
using IpCenter.Web.Components;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Cases;

/// <summary>Says the codes of a case's timeline in the words of the request's language.</summary>
public sealed class TimelineWords(Words words, IStringLocalizer<Resources.Apply> texts)
{
    private const int MostArguments = 6;

    public TimelineEntry Say(CaseTimelineEntry entry)
    {
        // An entry may lack a detail that the words name: an empty place is better than no timeline.
        var arguments = entry.Details.Select(d => (object)Value(d.Key, d.Value)).Concat(Enumerable.Repeat<object>("", MostArguments)).Take(MostArguments).ToArray();
        return new TimelineEntry(
            entry.At,
            words.Find("action", entry.Action, arguments) ?? words.Action(entry.Action),
            entry.IsSystem ? texts["case.system"] : entry.ActorName,
            // The system's reasons are codes of the process and stand in the action's words already.
            entry.IsSystem || string.IsNullOrWhiteSpace(entry.Reason) ? null : entry.Reason);
    }

    private string Value(string key, string value) => key switch
    {
        "stage" => words.Stage(value),
        "outcome" => words.Outcome(value),
        "task" => words.Task(value),
        "view" or "from" => ViewWords.Of(value),
        "sha256" => value[..Math.Min(12, value.Length)],
        _ => value,
    };
}
