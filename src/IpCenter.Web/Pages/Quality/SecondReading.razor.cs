using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Examine;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Quality;

/// <summary>A second person reads the same facts and the first decision, and confirms or returns it. Never one's own.</summary>
public sealed partial class SecondReading(
    CurrentPerson me, CaseworkDbContext db, AuditTrail audit, ExaminationCaseQuery cases, CaseHeadQuery heads, CaseTimelineQuery timelines,
    ConfirmSecondReading read, OpenExamination examination, RemarkDesk remarks, SavingBoundary saving, Flash flash, Words words, IStringLocalizer<Resources.Examine> texts, NavigationManager navigation)
{
    private const string FormId = "reading";

    private ExaminationCase? _case;
    private RuleViolation? _keptOut;
    private CaseHead? _head;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private IReadOnlyList<Choice> _choices = [];
    private RemarkOverruling? _overruling;
    private bool _isOwn;
    private bool _mayWork;
    private bool _mayJudge;
    private bool _wasLate;

    [Parameter] public Guid WorkItemId { get; set; }

    [SupplyParameterFromForm(FormName = "read")] private Answers Input { get; set; } = null!;

    [SupplyParameterFromForm(Name = RemarkAnswers.Name)] private RemarkAnswers Remark { get; set; } = null!;

    /// <summary>An answer that came too late is shown once more, so that nothing typed is lost; a form of another part of the page is none.</summary>
    private bool ShowForm => _mayWork && ((_case!.Task.IsOpen && !_isOwn) || Input.Outcome is not null || Input.Reason is not null || Remark.Overrule is not null);

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        Remark ??= new();
        var viewer = await me.ViewerAsync();
        await ReadAsync(viewer);
        if (_case is null)
        {
            _keptOut = await cases.KeptOutAsync(WorkItemId, ConfirmSecondReading.Tasks, viewer, me.Now, CancellationToken.None);
            if (_keptOut is null)
                navigation.NotFound();
            return;
        }
        audit.RecordRead(me.Actor(), $"application:{_case.Application.Id}", _case.Application.Id, "second-reading");
        await db.SaveChangesAsync();
    }

    private async Task ReadAsync(Viewer viewer)
    {
        _case = await cases.FindAsync(WorkItemId, ConfirmSecondReading.Tasks, viewer, me.Now, CancellationToken.None);
        if (_case is null)
            return;
        _head = await heads.FindAsync(_case.Application.Id, viewer, me.Now, CancellationToken.None);
        _timeline = await timelines.ReadAsync(_case.Application.Id, CaseKind.DesignApplication, viewer, CancellationToken.None);
        _isOwn = _case.FirstDecision?.By == viewer.PersonId;
        _mayWork = TaskDesk.MayWork(viewer, _case.Task);
        _mayJudge = await examination.AgainstAsync(_case.Application.Id, viewer, me.Now, CancellationToken.None) is null;
        _choices = [.. _case.Task.Outcomes.Select(o => new Choice(o, words.Outcome(o), texts[$"quality.{o}.hint"]))];
    }

    private async Task DecideAsync(EditContext form)
    {
        var viewer = await me.ViewerAsync();
        if (Remark.Overrule is { } remark)
        {
            _overruling = await remarks.OverruleAsync(remark, Remark, CancellationToken.None);
            await ReadAsync(viewer);
            return;
        }
        if (!form.Validate())
            return;
        var result = await saving.SaveAsync(
            ct => read.ExecuteAsync(new ReadingInput(WorkItemId, Input.Outcome!, Input.Codes, Input.Reason?.Trim() ?? ""), viewer, me.Actor(), ct), CancellationToken.None);
        if (result.Succeeded)
        {
            flash.Say(texts["decided", _head!.Number ?? "", words.Outcome(Input.Outcome!)]);
            navigation.NavigateTo("/quality");
            return;
        }
        await ReadAsync(viewer);
        _wasLate = _case!.DecidedHere is not null;
        form.Show(result.Violations.Select(v => v with { Field = v.Field switch { "reason" => nameof(Answers.Reason), "outcome" => nameof(Answers.Outcome), "codes" => nameof(Answers.Codes), _ => null } }), words);
    }

    private sealed class Answers
    {
        [Required(ErrorMessage = "required")]
        public string? Outcome { get; set; }

        // No box ticked is sent as nothing, and nothing is bound as null.
        [AllowNull]
        public List<string> Codes { get; set => field = value ?? []; } = [];

        [StringLength(4000, ErrorMessage = "too-long:{1}")]
        public string? Reason { get; set; }
    }
}
