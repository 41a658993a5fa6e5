using System.Globalization;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Tasks;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>The supervisor's morning: what must be taken over, who has too much, what falls due when.</summary>
public sealed partial class Overview(
    CurrentPerson me, WorkloadQuery workload, TaskQueueQuery tasks, StaffQuery staff, ReferenceLibrary reference)
{
    private const int UrgentShown = 10;
    private const int TakeOverShown = 50;

    private IReadOnlyList<Workload> _loads = [];
    private IReadOnlyList<DueDay> _days = [];
    private IReadOnlyList<StaffMember> _people = [];
    private TaskQueuePage _takeOver = new([], 0);
    private TaskQueuePage _urgent = new([], 0);
    private bool _isSupervisor;

    protected override async Task OnInitializedAsync()
    {
        var viewer = await me.ViewerAsync();
        _isSupervisor = viewer.Is(Roles.Supervisor);
        _loads = await workload.LoadsAsync(me.Now, CancellationToken.None);
        _days = await workload.DueAsync(me.Now, reference.Calendar, CancellationToken.None);
        _takeOver = await tasks.ReadAsync(new() { Queue = Queues.Supervision }, 1, TakeOverShown, viewer, me.Now, CancellationToken.None);
        _urgent = await tasks.ReadAsync(new() { Queue = Queues.Examination }, 1, UrgentShown, viewer, me.Now, CancellationToken.None);
        _people = await staff.OfQueueAsync(Queues.Examination, CancellationToken.None);
    }

    /// <summary>Each task is worked on by the page of its kind.</summary>
    private static string LinkOf(TaskQueueRow row) =>
        ConfirmSecondReading.Tasks.Contains(row.Name) ? $"/quality/{row.Id}"
        : RecordFastTrackMark.Tasks.Contains(row.Name) || RecordOfficeDecision.Tasks.Contains(row.Name) ? $"/office/{row.Id}"
        : $"/examine/{row.Id}";

    private int MostOpen => Math.Max(1, _loads.Max(l => l.Open));

    private int MostDue => Math.Max(1, _days.Max(d => d.Count));

    private static string Share(int part, int whole) => (100.0 * part / whole).ToString("0.#", CultureInfo.InvariantCulture);
}
