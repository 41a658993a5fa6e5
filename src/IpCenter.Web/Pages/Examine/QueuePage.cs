using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Examine;

/// <summary>A page that shows the open tasks of one queue; what it is narrowed by stands in the address.</summary>
public abstract class QueuePage : ComponentBase
{
    public const int PageSize = 20;

    [Inject] protected CurrentPerson Me { get; set; } = null!;

    [Inject] private TaskQueueQuery Tasks { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "class")] public string? LocarnoClass { get; set; }

    [SupplyParameterFromQuery(Name = "overdue")] public bool? Overdue { get; set; }

    [SupplyParameterFromQuery(Name = "today")] public bool? DueToday { get; set; }

    [SupplyParameterFromQuery(Name = "escalated")] public bool? Escalated { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? Page { get; set; }

    protected abstract string Queue { get; }

    protected TaskQueueFilter Filter { get; private set; } = null!;

    protected TaskQueuePage Found { get; private set; } = null!;

    protected Viewer Viewer { get; private set; } = Viewer.Anonymous;

    protected int PageNumber => Math.Max(1, Page ?? 1);

    protected override async Task OnInitializedAsync()
    {
        Viewer = await Me.ViewerAsync();
        Filter = new TaskQueueFilter
        {
            Queue = Queue,
            Tab = WantedTab,
            Text = Text,
            LocarnoClass = LocarnoClass,
            OverdueOnly = Overdue == true,
            DueTodayOnly = DueToday == true,
            EscalatedOnly = Escalated == true,
        };
        Found = await Tasks.ReadAsync(Filter, PageNumber, PageSize, Viewer, Me.Now, CancellationToken.None);
        if (Tab is null && Found.Total == 0 && Filter.Tab == TaskQueueTab.Mine)
        {
            // Nothing taken yet: what can be taken is of more use than an empty list.
            Filter = Filter with { Tab = TaskQueueTab.Available };
            Found = await Tasks.ReadAsync(Filter, PageNumber, PageSize, Viewer, Me.Now, CancellationToken.None);
        }
    }

    private TaskQueueTab WantedTab => Enum.TryParse<TaskQueueTab>(Tab, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab
        : TaskDesk.RolesOf(Queue).Any(Viewer.Is) && !Viewer.Is(Roles.Supervisor) ? TaskQueueTab.Mine
        : TaskQueueTab.All;
}
