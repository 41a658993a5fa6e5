using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>The supervisor's morning: what must be taken over, what was called, what will be late, who has too much, who is away.</summary>
public sealed partial class Overview(
    CurrentPerson me, WorkloadQuery workload, TaskQueueQuery tasks, StaffQuery staff, EscalatedTasksQuery escalated, ForecastQuery forecast,
    StaffDesksQuery desks, ReferenceLibrary reference)
{
    private const int UrgentShown = 10;
    private const int TakeOverShown = 50;

    private IReadOnlyList<Workload> _loads = [];
    private IReadOnlyList<DueDay> _days = [];
    private IReadOnlyList<StaffMember> _people = [];
    private TaskQueuePage _takeOver = new([], 0);
    private TaskQueuePage _urgent = new([], 0);
    private IReadOnlyList<EscalatedTask> _escalated = [];
    private IReadOnlyList<StaffDesk> _desks = [];
    private IReadOnlyList<StaffDesk> _away = [];
    private ForecastAnswer? _forecast;
    private bool _isSupervisor;

    protected override async Task OnInitializedAsync()
    {
        var viewer = await me.ViewerAsync();
        _isSupervisor = viewer.Is(Roles.Supervisor);
        _loads = await workload.LoadsAsync(me.Now, CancellationToken.None);
        _days = await workload.DueAsync(me.Now, reference.Calendar, CancellationToken.None);
        _takeOver = await tasks.ReadAsync(new() { Queue = Queues.Supervision }, 1, TakeOverShown, viewer, me.Now, CancellationToken.None);
        _urgent = await tasks.ReadAsync(new() { Queue = Queues.Examination }, 1, UrgentShown, viewer, me.Now, CancellationToken.None);
        _people = await staff.OfQueueAsync(Queues.Examination, me.Now, CancellationToken.None);
        _escalated = await escalated.ReadAsync(viewer, CancellationToken.None);
        _desks = await desks.ReadAsync(viewer, me.Now, CancellationToken.None);
        _away = [.. _desks.Where(d => d.Person.IsAwayOn(Today))];
        _forecast = await forecast.ReadAsync(new(), viewer, me.Now, CancellationToken.None);
    }

    private DateOnly Today => ChinaTime.DateOf(me.Now);

    private string AwayWords(StaffDesk desk)
    {
        var absence = desk.Person.AbsenceOn(Today)!;
        var substitute = _desks.FirstOrDefault(d => d.Person.Id == absence.SubstituteId)?.Person.Name;
        return substitute is null
            ? Texts["overview.away.alone", DateText.Day(absence.To), desk.Open]
            : Texts["overview.away.substitute", DateText.Day(absence.To), desk.Open, substitute];
    }

    private int MostOpen => Math.Max(1, _loads.Max(l => l.Open));

    private int MostDue => Math.Max(1, _days.Max(d => d.Count));

    private static string Share(int part, int whole) => (100.0 * part / whole).ToString("0.#", CultureInfo.InvariantCulture);
}
