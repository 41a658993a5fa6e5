using System.Globalization;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Marks the steps of a drawing with what one instance did and waits for.</summary>
internal static class InstanceMarks
{
    public static IReadOnlyDictionary<string, FlowMark> Of(WorkflowMap map, IStringLocalizer<Resources.Processes> texts) =>
        map.Activities.Where(activity => activity.TimesCompleted > 0 || activity.Waits.Count > 0)
            .ToDictionary(activity => activity.Id, activity => MarkOf(activity, texts));

    public static IReadOnlyDictionary<Connection, int> Followed(WorkflowMap map) =>
        map.Connections.Where(way => way.TimesFollowed > 0).ToDictionary(way => way.Connection, way => way.TimesFollowed);

    private static FlowMark MarkOf(MapActivity activity, IStringLocalizer<Resources.Processes> texts)
    {
        var times = activity.TimesCompleted;
        var figure = times > 0 ? string.Create(CultureInfo.InvariantCulture, $"✓{times}") : null;
        var look = activity.Waits switch
        {
            [] => "done",
            _ when activity.Waits.Any(w => w.IsIncident) => "stopped",
            _ when activity.Waits.Any(w => w.Kind is WaitKind.PersonTask or WaitKind.SystemTask) => "here",
            _ => "waiting",
        };
        var said = look == "done" ? texts["mark.done", times].Value : texts[$"mark.{look}"].Value;
        return new(look, figure, look == "done" ? null : said, said);
    }
}
