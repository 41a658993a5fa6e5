using IpCenter.Casework.Examination;
using IpCenter.Casework.Office;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Pages.Tasks;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>Each task is worked on by the page of its kind.</summary>
internal static class WorkPlace
{
    public static string Of(Guid workItemId, string name) =>
        DecideExamination.Tasks.Contains(name) ? $"/examine/{workItemId}"
        : ConfirmSecondReading.Tasks.Contains(name) ? $"/quality/{workItemId}"
        : RecordFastTrackMark.Tasks.Contains(name) || RecordOfficeDecision.Tasks.Contains(name) ? $"/office/{workItemId}"
        : TaskAddress.Of(workItemId, name);

    public static string Of(TaskQueueRow row) => Of(row.Id, row.Name);
}
