using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Cases;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Tasks;

/// <summary>Any task that ends by an outcome and a reason and changes nothing else: one page for all of them.</summary>
public sealed partial class TaskPage(
    TaskDesk desk, CaseHeadQuery heads, CaseTimelineQuery timelines, FinishTask finish, TaskLookup lookup,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation) : ComponentBase
{
    /// <summary>Tasks that this page explains, with those that a supervisor takes over when they are late.</summary>
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["Mediate"] = "Mediate",
        ["ConcludeOverdueMediation"] = "Mediate",
        ["HandOver"] = "HandOver",
        ["HandOverOverdueCase"] = "HandOver",
        ["RecordPlatformResult"] = "RecordPlatformResult",
        ["RecordOverduePlatformResult"] = "RecordPlatformResult",
        ["CompleteDossier"] = "CompleteDossier",
        ["CompleteOverdueDossier"] = "CompleteDossier",
        ["RemedyReferral"] = "RemedyReferral",
        ["RemedyOverdueReferral"] = "RemedyReferral",
    };

    private WorkItem? _item;
    private CaseHead? _head;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private RuleViolation? _done;
    private Guid? _caseId;
    private Viewer _viewer = Viewer.Anonymous;

    [Parameter] public Guid WorkItemId { get; set; }

    [SupplyParameterFromForm(FormName = "task")] private TaskAnswers Input { get; set; } = null!;

    private string Meaning => T[$"means.{Explained.GetValueOrDefault(_item!.Name, "other")}"];

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _viewer = await me.ViewerAsync();
        var found = await desk.FindOpenAsync(WorkItemId, _viewer, CancellationToken.None);
        if (!found.Succeeded)
        {
            (_done, _caseId) = (found.Violations[0], await lookup.CaseOfAsync(WorkItemId, _viewer, CancellationToken.None));
            if (_caseId is null)
                navigation.NotFound();
            return;
        }
        var address = TaskAddress.Of(WorkItemId, found.Value.Name);
        if (address != $"/tasks/{WorkItemId}")
        {
            navigation.NavigateTo(address);
            return;
        }
        _head = await heads.FindAsync(found.Value.CaseId, _viewer, me.Now, CancellationToken.None);
        if (_head is null || FinishTask.HasOwnForm(found.Value.Name))
        {
            navigation.NotFound();
            return;
        }
        _item = found.Value;
        _timeline = await timelines.ReadAsync(_head.Id, _head.Kind, _viewer, CancellationToken.None);
    }

    private async Task FinishAsync(EditContext form)
    {
        var result = await boundary.SaveAsync(
            ct => finish.ExecuteAsync(WorkItemId, Input.Outcome ?? "", Input.Reason ?? "", _viewer, me.Actor(), ct), CancellationToken.None);
        if (!result.Succeeded)
        {
            form.Show(result.Violations.Select(FormNames.Of), Words);
            return;
        }
        flash.Say(T["task.done", _head!.Number ?? "", Words.Task(_item!.Name)]);
        navigation.NavigateTo(_viewer.IsRightsStaff ? "/rights" : "/");
    }

    private sealed class TaskAnswers
    {
        [Required(ErrorMessage = "required")] public string? Outcome { get; set; }

        [Required(ErrorMessage = "required"), StringLength(2000, ErrorMessage = "too-long:{1}")] public string? Reason { get; set; }
    }
}
