using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Pages.Tasks;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Rights;

/// <summary>Triage of a report, and every later choice of a route: what was found, both sides' record, the ways to go on.</summary>
public sealed partial class Triage(
    TaskDesk desk, CaseHeadQuery heads, TriageQuery query, DecideRoute decide, JudgeMatch judge, TaskLookup lookup,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation) : ComponentBase
{
    private WorkItem? _item;
    private CaseHead? _head;
    private TriageView? _view;
    private RuleViolation? _done;
    private Guid? _caseId;
    private Viewer _viewer = Viewer.Anonymous;

    [Parameter] public Guid WorkItemId { get; set; }

    [SupplyParameterFromForm(FormName = "route")] private RouteAnswers Input { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "judge")] private JudgeAnswers Judge { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        Judge ??= new();
        _viewer = await me.ViewerAsync();
        var found = await desk.FindOpenAsync(WorkItemId, _viewer, CancellationToken.None);
        if (!found.Succeeded)
        {
            (_done, _caseId) = (found.Violations[0], await lookup.CaseOfAsync(WorkItemId, _viewer, CancellationToken.None));
            if (_caseId is null)
                navigation.NotFound();
            return;
        }
        if (!DecideRoute.Tasks.Contains(found.Value.Name))
        {
            navigation.NavigateTo(TaskAddress.Of(WorkItemId, found.Value.Name));
            return;
        }
        _item = found.Value;
        _head = await heads.FindAsync(_item.CaseId, _viewer, me.Now, CancellationToken.None);
        _view = await query.ReadAsync(_item.CaseId, _viewer, me.Now, CancellationToken.None);
    }

    private async Task DecideAsync(EditContext form)
    {
        var result = await boundary.SaveAsync(
            ct => decide.ExecuteAsync(WorkItemId, Input.Outcome ?? "", Input.Reason ?? "", _viewer, me.Actor(), ct), CancellationToken.None);
        if (!result.Succeeded)
        {
            form.Show(result.Violations.Select(FormNames.Of), Words);
            return;
        }
        flash.Say(T["route.done", _head!.Number!, T[$"route.{Input.Outcome}"]]);
        navigation.NavigateTo("/rights");
    }

    private async Task JudgeAsync()
    {
        var (match, judgement) = Judge.Relevant is { } relevant
            ? (relevant, LeadJudgement.Relevant)
            : (Judge.NotRelevant ?? Guid.Empty, LeadJudgement.NotRelevant);
        await boundary.SaveAsync(ct => judge.ExecuteAsync(match, judgement, _viewer, me.Actor(), ct), CancellationToken.None, mayRepeat: true);
        navigation.NavigateTo($"/rights/{WorkItemId}");
    }

    private sealed class RouteAnswers
    {
        [Required(ErrorMessage = "required")] public string? Outcome { get; set; }

        [Required(ErrorMessage = "required"), StringLength(2000, ErrorMessage = "too-long:{1}")] public string? Reason { get; set; }
    }

    private sealed class JudgeAnswers
    {
        public Guid? Relevant { get; set; }

        public Guid? NotRelevant { get; set; }
    }
}
