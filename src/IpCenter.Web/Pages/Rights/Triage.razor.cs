using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.SimilarDesigns;
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
    TaskDesk desk, CaseHeadQuery heads, TriageQuery query, DecideRoute decide, JudgeMatch judge, ChooseDesign choose, DesignFinder finder, TaskLookup lookup,
    CaseworkDbContext db, AuditTrail audit,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation) : ComponentBase
{
    private WorkItem? _item;
    private CaseHead? _head;
    private TriageView? _view;
    private RuleViolation? _done;
    private Guid? _caseId;
    private FoundDesigns? _found;
    private Viewer _viewer = Viewer.Anonymous;

    [Parameter] public Guid WorkItemId { get; set; }

    /// <summary>Words or a number by which the officer looks for a design.</summary>
    [SupplyParameterFromQuery] private string? Find { get; set; }

    /// <summary>The screenshot for which.</summary>
    [SupplyParameterFromQuery] private string? Shot { get; set; }

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
        audit.RecordRead(me.Actor(), $"report:{_item.CaseId}", _item.CaseId, "triage");
        await db.SaveChangesAsync();
        _head = await heads.FindAsync(_item.CaseId, _viewer, me.Now, CancellationToken.None);
        _view = await query.ReadAsync(_item.CaseId, _viewer, me.Now, CancellationToken.None);
        if (!string.IsNullOrWhiteSpace(Find))
            _found = await finder.FindAsync(Find, CancellationToken.None);
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
        var result = Judge.Pair is var (evidence, design)
            ? await boundary.SaveAsync(ct => choose.ExecuteAsync(evidence, design, _viewer, me.Actor(), ct), CancellationToken.None, mayRepeat: true)
            : await boundary.SaveAsync(ct => judge.ExecuteAsync(Judge.Relevant ?? Judge.NotRelevant ?? Guid.Empty, Judge.Judgement, _viewer, me.Actor(), ct), CancellationToken.None, mayRepeat: true);
        flash.Say(result.Succeeded ? T["judge.done"] : Words.Violation(result.Violations[0]));
        navigation.NavigateTo(result.Succeeded ? $"/rights/{WorkItemId}#shot-{result.Value.EvidenceId}" : $"/rights/{WorkItemId}");
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

        /// <summary>The screenshot and the design that it shows, with a stroke between them.</summary>
        public string? Chosen { get; set; }

        public LeadJudgement Judgement => Relevant is null ? LeadJudgement.NotRelevant : LeadJudgement.Relevant;

        public (Guid Evidence, Guid Design)? Pair =>
            Chosen?.Split('/') is [var evidence, var design]
                && Guid.TryParse(evidence, CultureInfo.InvariantCulture, out var evidenceId) && Guid.TryParse(design, CultureInfo.InvariantCulture, out var designId)
                ? (evidenceId, designId)
                : null;
    }
}
