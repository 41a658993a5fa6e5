using IpCenter.Casework.Cases;
using IpCenter.Web.Components;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Cases;

/// <summary>Says the codes of a case's timeline in the words of the request's language.</summary>
public sealed class TimelineWords(AuditWords words, IStringLocalizer<Resources.Apply> texts)
{
    public TimelineEntry Say(CaseTimelineEntry entry) => new(
        entry.At,
        words.Of(entry.Action, entry.DetailJson),
        entry.IsSystem ? texts["case.system"] : entry.ActorName,
        // The system's reasons are codes of the process and stand in the action's words already.
        entry.IsSystem || string.IsNullOrWhiteSpace(entry.Reason) ? null : entry.Reason);
}
