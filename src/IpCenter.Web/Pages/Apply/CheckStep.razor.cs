using IpCenter.Casework;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Apply;

/// <summary>The last look before the application is handed in, for the first time or after a correction.</summary>
public sealed partial class CheckStep
{
    private IReadOnlyList<DraftView> _views = [];
    private Bilingual _text = new("", "");
    private int _unplaced;

    [Inject] private DraftViewsQuery Views { get; set; } = null!;

    [Inject] private TrayQuery Tray { get; set; } = null!;

    [Inject] private BriefText Brief { get; set; } = null!;

    [Inject] private SubmitApplication Submit { get; set; } = null!;

    [Inject] private AnswerCorrection Correct { get; set; } = null!;

    [Inject] private TaskDesk Desk { get; set; } = null!;

    [Inject] private Flash Flash { get; set; } = null!;

    [SupplyParameterFromForm] private Answers Input { get; set; } = null!;

    protected override string Step => Steps.Check;

    private List<Remark> Blocks => Of(OnSubmission.Blocks);

    private List<Remark> Later => Of(OnSubmission.SupplyLater);

    private List<Remark> Advice => Of(OnSubmission.Proceeds);

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Draft is null)
            return;
        _views = await Views.OfCountedDesignsAsync(Draft, Http.RequestAborted);
        _unplaced = await Tray.CountAsync(Id, Http.RequestAborted);
        _text = await Brief.WriteAsync(Id, Me.Now, Http.RequestAborted);
    }

    protected override void Fill(Draft draft) => Input ??= new();

    private async Task SubmitAsync()
    {
        var viewer = await Me.ViewerAsync();
        var actor = Me.Actor(onBehalfOfFirm: Draft!.FirmId);
        if (!Draft.IsCorrection)
        {
            // Not repeated over somebody else's change: only what was seen on this page is filed.
            var submitted = await Boundary.SaveAsync(ct => Submit.ExecuteAsync(Id, viewer, actor, ct), CancellationToken.None);
            await FollowSubmissionAsync(submitted.Violations, viewer);
            return;
        }
        var task = await Desk.FindByNameAsync(Id, [EditableApplications.CorrectionTask], viewer, CancellationToken.None);
        if (task is null)
        {
            Navigation.NavigateTo($"/cases/{Id}");
            return;
        }
        var answered = await Boundary.SaveAsync(ct => Correct.ExecuteAsync(task.Id, Input.Answer, viewer, actor, ct), CancellationToken.None);
        if (answered.Succeeded)
            Flash.Say(T["check.handed-in"]);
        Follow(answered.Violations, $"/cases/{Id}");
    }

    /// <summary>Who was overtaken by the own second press, or by a colleague's, has what was wanted; who was overtaken by a change sees it first.</summary>
    private async Task FollowSubmissionAsync(IReadOnlyList<RuleViolation> violations, Viewer viewer)
    {
        if (violations is [{ Code: SavingBoundary.ChangedMeanwhile }])
        {
            if (await Cases.FindAsync(Id, viewer, CancellationToken.None) is { SubmittedAt: not null })
                violations = [];
            else
                await OnInitializedAsync();
        }
        Follow(violations, $"/cases/{Id}/receipt");
    }

    private void Follow(IReadOnlyList<RuleViolation> violations, string address)
    {
        Violations = violations;
        if (violations.Count == 0)
            Navigation.NavigateTo(address);
    }

    private List<Remark> Of(OnSubmission effect) => [.. Draft!.Remarks.Where(r => r.OnSubmission == effect)];

    private sealed class Answers
    {
        public string? Answer { get; set; }
    }
}
