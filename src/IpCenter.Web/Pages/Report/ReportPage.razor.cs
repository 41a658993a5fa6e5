using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Report;

/// <summary>One report: for its reporter in plain words, for the staff with the chain of custody and what is to be done.</summary>
public sealed partial class ReportPage(
    CaseHeadQuery heads, CaseTimelineQuery timelines, ReportQuery reports, WithdrawCase withdraw, RecordPlatformAnswer recordAnswer,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation) : ComponentBase
{
    private CaseHead? _head;
    private ReportView? _view;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private Viewer _viewer = Viewer.Anonymous;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "withdraw")] private WithdrawalAnswers Withdrawal { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "platform-answer")] private PlatformAnswers Answer { get; set; } = null!;

    /// <summary>The system still seals and compares: nothing for a person to do, and soon over.</summary>
    private bool IsWorking => _head is { IsOpen: true, Stage: CaseFile.Draft or "Sealing" } && !_view!.IsStopped;

    private string StageWords => T[$"stage.{(_head!.IsOpen ? _head.Stage : CaseFile.Closed)}"];

    protected override async Task OnInitializedAsync()
    {
        Withdrawal ??= new();
        Answer ??= new();
        _viewer = await me.ViewerAsync();
        _head = await heads.FindAsync(Id, _viewer, me.Now, CancellationToken.None);
        if (_head is not { Kind: CaseKind.Infringement })
        {
            _head = null;
            navigation.NotFound();
            return;
        }
        if (_head.IsDraft)
        {
            navigation.NavigateTo($"/report/new?draft={Id}");
            return;
        }
        _view = await reports.ReadAsync(Id, _viewer, CancellationToken.None);
        _timeline = await timelines.ReadAsync(Id, _head.Kind, _viewer, CancellationToken.None);
    }

    private async Task WithdrawAsync(EditContext form)
    {
        var result = await boundary.SaveAsync(
            ct => withdraw.ExecuteAsync(Id, Withdrawal.Reason ?? "", _viewer, me.Actor(Withdrawal.Reason, _head!.FirmId), ct), CancellationToken.None);
        if (!result.Succeeded)
        {
            form.Show(result.Violations, Words);
            return;
        }
        flash.Say(T["withdraw.done"]);
        navigation.NavigateTo($"/reports/{Id}");
    }

    private async Task RecordAnswerAsync(EditContext form)
    {
        var result = await boundary.SaveAsync(
            ct => recordAnswer.ExecuteAsync(Id, Answer.Note ?? "", _viewer, me.Actor(), ct), CancellationToken.None);
        if (!result.Succeeded)
        {
            form.Show(result.Violations, Words);
            return;
        }
        flash.Say(T["answer.done"]);
        navigation.NavigateTo($"/reports/{Id}");
    }

    private sealed class WithdrawalAnswers
    {
        [Required(ErrorMessage = "required")] public string? Reason { get; set; }
    }

    private sealed class PlatformAnswers
    {
        [Required(ErrorMessage = "required")] public string? Note { get; set; }
    }
}
