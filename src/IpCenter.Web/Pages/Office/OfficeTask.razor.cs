using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
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
    RecordFastTrackMark mark, RecordGrantNotice notice, RecordOfficeDecision decide, RegistrationDuty registrations, FeeDuty duty, SavingBoundary saving, Flash flash, Words words,
    IStringLocalizer<Resources.Examine> texts, NavigationManager navigation)
{
    private static readonly string[] Tasks = [.. RecordFastTrackMark.Tasks, .. RecordOfficeDecision.Tasks];

    private ExaminationCase? _case;
    private RuleViolation? _keptOut;
    private CaseHead? _head;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private IReadOnlyList<Choice> _choices = [];
    private RegistrationDue? _registration;
    private bool _mayWork;
    private bool _mayRestore;

    [Parameter] public Guid WorkItemId { get; set; }

    [SupplyParameterFromForm(FormName = "office")] private Answers Input { get; set; } = null!;

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
        var viewer = await me.ViewerAsync();
        var result = await saving.SaveAsync(ct => RecordAsync(viewer, ct), CancellationToken.None);
        if (result.Succeeded)
        {
            flash.Say(texts["decided", _head!.Number ?? "", words.Outcome(Input.Outcome!)]);
            navigation.NavigateTo("/office");
            return;
        }
        await ReadAsync(viewer);
        form.Show(result.Violations.Select(AtItsField), words);
    }

    private Task<Result<WorkItem>> RecordAsync(Viewer viewer, CancellationToken ct)
    {
        var reason = Input.Reason?.Trim() ?? "";
        return Input.Outcome switch
        {
            RecordGrantNotice.Outcome => notice.ExecuteAsync(WorkItemId, Input.NoticeOn, reason, viewer, me.Actor(), ct),
            { } outcome when IsDecision => decide.ExecuteAsync(WorkItemId, outcome, Input.PatentNumber?.Trim(), Input.AnnouncedOn, reason, viewer, me.Actor(), ct),
            _ => mark.ExecuteAsync(WorkItemId, Input.Outcome!, reason, viewer, me.Actor(), ct),
        };
    }

    private static RuleViolation AtItsField(RuleViolation violation) => violation with
    {
        Field = violation.Field switch
        {
            "outcome" => nameof(Answers.Outcome),
            "reason" => nameof(Answers.Reason),
            "noticeOn" => nameof(Answers.NoticeOn),
            "patentNumber" => nameof(Answers.PatentNumber),
            "announcedOn" => nameof(Answers.AnnouncedOn),
            _ => null,
        },
    };

    private sealed class Answers
    {
        [Required(ErrorMessage = "required")]
        public string? Outcome { get; set; }

        [StringLength(20, ErrorMessage = "too-long:{1}")]
        public string? PatentNumber { get; set; }

        public DateOnly? AnnouncedOn { get; set; }

        public DateOnly? NoticeOn { get; set; }

        [StringLength(2000, ErrorMessage = "too-long:{1}")]
        public string? Reason { get; set; }
    }
}
