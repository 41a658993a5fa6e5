using IpCenter.Casework.Clocks;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>Who works in the house, what they know, who is away; and which queues the system gives out.</summary>
public sealed partial class StaffList(
    StaffDesksQuery query, SwitchDistribution distribution, SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation)
{
    private IReadOnlyList<StaffDesk> _desks = [];
    private IReadOnlyList<QueueSwitch> _switches = [];
    private RuleViolation? _violation;
    private DateOnly _today;
    private bool _isSupervisor;

    [SupplyParameterFromForm(FormName = "switch")] private SwitchAnswers Switch { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Switch ??= new();
        var viewer = await me.ViewerAsync();
        _isSupervisor = viewer.Is(Roles.Supervisor);
        if (!_isSupervisor)
        {
            navigation.NotFound();
            return;
        }
        _today = ChinaTime.DateOf(me.Now);
        _desks = await query.ReadAsync(viewer, me.Now, CancellationToken.None);
        _switches = await query.SwitchesAsync(CancellationToken.None);
    }

    private async Task SwitchAsync()
    {
        var viewer = await me.ViewerAsync();
        var (queue, on) = Switch.On is { } turnOn ? (turnOn, true) : (Switch.Off ?? "", false);
        var result = await boundary.SaveAsync(ct => distribution.ExecuteAsync(queue, on, viewer, me.Actor(), ct), CancellationToken.None, mayRepeat: true);
        if (!result.Succeeded)
        {
            _violation = result.Violations[0];
            return;
        }
        flash.Say(T[on ? "distribution.turned-on" : "distribution.turned-off", Words.Queue(queue)]);
        navigation.NavigateTo("/supervise/staff");
    }

    private sealed class SwitchAnswers
    {
        public string? On { get; set; }

        public string? Off { get; set; }
    }
}
