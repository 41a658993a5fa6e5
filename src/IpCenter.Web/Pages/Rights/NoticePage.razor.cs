using System.ComponentModel.DataAnnotations;
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

/// <summary>
/// The notice to a platform, filled in the order of its form, to be printed or copied. A person reads, signs and sends
/// it; here it is only recorded that this was done.
/// </summary>
public sealed partial class NoticePage(
    TaskDesk desk, CaseHeadQuery heads, NoticePackQuery packs, SignPlatformNotice sign, TaskLookup lookup,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation) : ComponentBase
{
    private WorkItem? _item;
    private CaseHead? _head;
    private NoticePack? _pack;
    private RuleViolation? _done;
    private Guid? _caseId;
    private Viewer _viewer = Viewer.Anonymous;

    [Parameter] public Guid WorkItemId { get; set; }

    [SupplyParameterFromForm(FormName = "notice")] private SigningAnswers Input { get; set; } = null!;

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
        if (!SignPlatformNotice.Tasks.Contains(found.Value.Name))
        {
            navigation.NavigateTo(TaskAddress.Of(WorkItemId, found.Value.Name));
            return;
        }
        _item = found.Value;
        _head = await heads.FindAsync(_item.CaseId, _viewer, me.Now, CancellationToken.None);
        _pack = await packs.ReadAsync(_item.CaseId, CancellationToken.None);
    }

    private async Task SignAsync(EditContext form)
    {
        var result = await boundary.SaveAsync(
            ct => sign.ExecuteAsync(WorkItemId, Input.Outcome ?? "", Input.Signed, Input.Reason ?? "", _viewer, me.Actor(), ct), CancellationToken.None);
        if (!result.Succeeded)
        {
            form.Show(result.Violations.Select(FormNames.Of), Words);
            return;
        }
        flash.Say(T["notice.done"]);
        navigation.NavigateTo($"/reports/{_head!.Id}");
    }

    private sealed class SigningAnswers
    {
        [Required(ErrorMessage = "required")] public string? Outcome { get; set; }

        public bool Signed { get; set; }

        public string? Reason { get; set; }
    }
}
