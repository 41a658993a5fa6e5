using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.People;
using IpCenter.Casework.Processes;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Admin;

/// <summary>One step that the system gave up, and the three ways to settle it.</summary>
public sealed partial class IncidentPage(
    IncidentsQuery incidents, SettleIncident settle, SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation)
{
    private Incident? _incident;
    private bool _isSettled;
    private Viewer _viewer = Viewer.Anonymous;

    public enum Act
    {
        Retry,
        Skip,
        End,
    }

    [Parameter] public Guid WaitId { get; set; }

    [SupplyParameterFromForm(FormName = "settle")] private Answers Input { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private IReadOnlyList<Choice> Choices =>
        [Choice(Act.Retry), .. _incident!.MaySkip ? [Choice(Act.Skip)] : Array.Empty<Choice>(), Choice(Act.End)];

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _viewer = await me.ViewerAsync();
        _incident = await incidents.FindAsync(WaitId, _viewer, CancellationToken.None);
        if (_incident is not null)
            return;
        // Whoever sends the form of an incident that is settled meanwhile learns why it has no effect.
        if (HttpMethods.IsPost(Http.Request.Method))
            _isSettled = true;
        else
            navigation.NotFound();
    }

    private async Task SettleAsync(EditContext form)
    {
        if (_incident is null || Input.Act is not { } act)
            return;
        var (reason, actor) = (Input.Reason?.Trim(), me.Actor());
        var result = await boundary.SaveAsync(
            ct => act switch
            {
                Act.Retry => settle.RetryAsync(WaitId, reason, actor, ct),
                Act.Skip => settle.SkipAsync(WaitId, reason, actor, ct),
                _ => settle.CancelAsync(WaitId, reason, actor, ct),
            },
            CancellationToken.None);
        if (result.Succeeded)
        {
            flash.Say(T[$"incident.done.{act}"]);
            navigation.NavigateTo("/admin/incidents");
            return;
        }
        _incident = await incidents.FindAsync(WaitId, _viewer, CancellationToken.None);
        if (_incident is null)
            _isSettled = true;
        else
            form.Show(result.Violations, Words);
    }

    private Choice Choice(Act act) => new(act.ToString(), T[$"incident.act.{act}"], T[$"incident.act.{act}.hint"]);

    private sealed class Answers
    {
        [Required(ErrorMessage = "required")] public Act? Act { get; set; }

        [StringLength(500, ErrorMessage = "too-long:{1}")] public string? Reason { get; set; }
    }
}
