using IpCenter.Casework.Infringements;

namespace IpCenter.Web.Pages.Tasks;

/// <summary>Where a task is done: a few have pages of their own, the others share one.</summary>
public static class TaskAddress
{
    public static string Of(Guid workItemId, string name) =>
        DecideRoute.Tasks.Contains(name) ? $"/rights/{workItemId}"
        : SignPlatformNotice.Tasks.Contains(name) ? $"/rights/{workItemId}/notice"
        : name == AnswerAlert.Task ? $"/procurator/{workItemId}"
        : $"/tasks/{workItemId}";
}
