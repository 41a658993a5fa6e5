using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Office;

/// <summary>What came back from the national office: the fast-track mark, and the decision with its number and day.</summary>
public sealed partial class OfficeTask(
    CurrentPerson me, CaseworkDbContext db, AuditTrail audit, ExaminationCaseQuery cases, CaseHeadQuery heads, CaseTimelineQuery timelines,
    RecordFastTrackMark mark, RecordGrantNotice notice, RecordOfficeDecision decide, RegistrationDuty registrations, FeeDuty duty, DraftLetter letters, SavingBoundary saving, Flash flash, Words words,
    IStringLocalizer<Resources.Examine> texts, NavigationManager navigation)
{
    private static readonly string[] Tasks = [.. RecordFastTrackMark.Tasks, .. RecordOfficeDecision.Tasks];

    private ExaminationCase? _case;
    private RuleViolation? _keptOut;
    private CaseHead? _head;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private IReadOnlyList<Choice> _choices = [];
    private RegistrationDue? _registration;
    private LetterDraft? _letter;
    private bool _mayWork;
    private bool _mayRestore;

    [Parameter] public Guid WorkItemId { get; set; }

    [SupplyParameterFromForm(FormName = "office")] private OfficeAnswers Input { get; set; } = null!;

    private bool IsDecision => RecordOfficeDecision.Tasks.Contains(_case!.Task.Name);

    /// <summary>The office has not said yet whether it grants.</summary>
    private bool TakesNotice => _case!.Task.Outcomes.Contains(RecordGrantNotice.Outcome);

    private bool ShowForm => _mayWork && (_case!.Task.IsOpen || Input.Outcome is not null);

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        var viewer = await me.ViewerAsync();
        await ReadAsync(viewer);
        if (_case is null)
        {
            _keptOut = await cases.KeptOutAsync(WorkItemId, Tasks, viewer, me.Now, CancellationToken.None);
            if (_keptOut is null)
                navigation.NotFound();
            return;
        }
        audit.RecordRead(me.Actor(), $"application:{_case.Application.Id}", _case.Application.Id, "office-results");
        await db.SaveChangesAsync();
    }

    private async Task ReadAsync(Viewer viewer)
    {
        _case = await cases.FindAsync(WorkItemId, Tasks, viewer, me.Now, CancellationToken.None);
        if (_case is null)
            return;
        _head = await heads.FindAsync(_case.Application.Id, viewer, me.Now, CancellationToken.None);
        _timeline = await timelines.ReadAsync(_case.Application.Id, CaseKind.DesignApplication, viewer, CancellationToken.None);
        _mayWork = TaskDesk.MayWork(viewer, _case.Task);
        _mayRestore = viewer.Is(Roles.Supervisor) && _case.Task.IsOpen && _case.Task.Outcomes.Contains(RestoreFastLane.Outcome) && RestoreFastLane.MayBeAsked(_case.Application, duty.Of(_case.Application));
        _registration = registrations.Of(_case.Application);
        // Going back to the fast lane is a supervisor's act on the case page.
        _choices = [.. _case.Task.Outcomes.Where(o => o != RestoreFastLane.Outcome).Select(o => new Choice(o, words.Outcome(o)))];
    }

    private async Task SaveAsync(EditContext form)
    {
        if (Input.Step == OfficeAnswers.Edit)
            return;
        var viewer = await me.ViewerAsync();
        if (Input.Step != OfficeAnswers.Confirm && IsDecision && _case!.Task.IsOpen && LetterKinds.OfOfficeOutcome(Input.Outcome) is { } kind)
        {
            var refused = await CheckAsync(viewer);
            if (refused.Count > 0)
                form.Show(refused.Select(OfficeAnswers.AtItsField), words);
            else
                _letter = await letters.WriteAsync(kind, Input.Answer, _case.Application, _case.Firm, _head!.Number ?? "", me.Now, CancellationToken.None);
            return;
        }
        var result = await saving.SaveAsync(ct => RecordAsync(viewer, ct), CancellationToken.None);
        if (result.Succeeded)
        {
            flash.Say(texts["decided", _head!.Number ?? "", words.Outcome(Input.Outcome!)]);
            navigation.NavigateTo("/office");
            return;
        }
        await ReadAsync(viewer);
        form.Show(result.Violations.Select(OfficeAnswers.AtItsField), words);
    }

    private async Task<IReadOnlyList<RuleViolation>> CheckAsync(Viewer viewer)
    {
        var found = Input.Outcome == RecordGrantNotice.Outcome
            ? await notice.CheckAsync(WorkItemId, Input.NoticeOn, viewer, me.Now, CancellationToken.None)
            : await decide.CheckAsync(WorkItemId, Input.Decision, viewer, me.Now, CancellationToken.None);
        return found.Violations;
    }

    private Task<Result<WorkItem>> RecordAsync(Viewer viewer, CancellationToken ct) => Input.Outcome switch
    {
        RecordGrantNotice.Outcome => notice.ExecuteAsync(WorkItemId, Input.NoticeOn, Input.ReasonGiven, viewer, me.Actor(), ct),
        not null when IsDecision => decide.ExecuteAsync(WorkItemId, Input.Decision, viewer, me.Actor(), ct),
        _ => mark.ExecuteAsync(WorkItemId, Input.Outcome!, Input.ReasonGiven, viewer, me.Actor(), ct),
    };
}
