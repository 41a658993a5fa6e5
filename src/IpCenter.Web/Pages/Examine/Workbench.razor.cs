using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Letters;
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

namespace IpCenter.Web.Pages.Examine;

/// <summary>The examiner's one screen: queue, case and decision side by side. Every look at it is logged.</summary>
public sealed partial class Workbench(
    CurrentPerson me, CaseworkDbContext db, AuditTrail audit, ExaminationCaseQuery cases, CaseHeadQuery heads, CaseTimelineQuery timelines,
    TaskQueueQuery tasks, DecideExamination decide, OpenExamination examination, RemarkDesk remarks, DraftLetter letters, SavingBoundary saving, Flash flash,
    Words words, IStringLocalizer<Resources.Examine> texts, NavigationManager navigation)
{
    private const int StripLength = 12;

    private ExaminationCase? _case;
    private RuleViolation? _keptOut;
    private CaseHead? _head;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private IReadOnlyList<TaskQueueRow> _strip = [];
    private LetterDraft? _letter;
    private RemarkOverruling? _overruling;
    private IReadOnlyList<(string, string)> _keys = [];
    private bool _mayWork;
    private bool _mayJudge;
    private bool _wasLate;

    [Parameter] public Guid WorkItemId { get; set; }

    [SupplyParameterFromForm(FormName = "decide")] private DecisionAnswers Input { get; set; } = null!;

    [SupplyParameterFromForm(Name = RemarkAnswers.Name)] private RemarkAnswers Remark { get; set; } = null!;

    private CurrentPerson Me => me;

    /// <summary>An answer that came too late is shown once more, so that nothing typed is lost.</summary>
    private bool ShowForm => _mayWork && (_case!.Task.IsOpen || Input.Outcome is not null || Remark.Overrule is not null);

    private bool IsDeciding => ShowForm && _letter is null;

    /// <summary>Reasons beside remarks that still stand: what was overruled has its reason.</summary>
    private IReadOnlyList<KeyValuePair<Guid, string?>> Unsent =>
        [.. Remark.Why.Where(why => !string.IsNullOrWhiteSpace(why.Value) && _case!.Remarks.Any(r => r.Id == why.Key && r.OverruledAt is null))];

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        Remark ??= new();
        var viewer = await me.ViewerAsync();
        await ReadAsync(viewer);
        if (_case is null)
        {
            _keptOut = await cases.KeptOutAsync(WorkItemId, DecideExamination.Tasks, viewer, me.Now, CancellationToken.None);
            if (_keptOut is null)
                navigation.NotFound();
            return;
        }
        audit.RecordRead(me.Actor(), $"application:{_case.Application.Id}", _case.Application.Id, "examination");
        await db.SaveChangesAsync();
    }

    private async Task ReadAsync(Viewer viewer)
    {
        _case = await cases.FindAsync(WorkItemId, DecideExamination.Tasks, viewer, me.Now, CancellationToken.None);
        if (_case is null)
            return;
        _head = await heads.FindAsync(_case.Application.Id, viewer, me.Now, CancellationToken.None);
        _timeline = await timelines.ReadAsync(_case.Application.Id, CaseKind.DesignApplication, viewer, CancellationToken.None);
        _mayWork = TaskDesk.MayWork(viewer, _case.Task);
        _mayJudge = await examination.AgainstAsync(_case.Application.Id, viewer, me.Now, CancellationToken.None) is null;
        _keys =
        [
            .. _case.Task.Outcomes.Select((outcome, at) => ($"{at + 1}", words.Outcome(outcome))),
            ("J  K", texts["keys.strip"]), .. LightTablePanel.Keys(texts), (texts["keys.space"], texts["keys.tick"]),
        ];
        var mine = new TaskQueueFilter { Queue = _case.Task.Queue, Tab = TaskQueueTab.Mine };
        _strip = (await tasks.ReadAsync(mine, 1, StripLength, viewer, me.Now, CancellationToken.None)).Rows;
        if (_strip.Count == 0)
            _strip = (await tasks.ReadAsync(mine with { Tab = TaskQueueTab.Available }, 1, StripLength, viewer, me.Now, CancellationToken.None)).Rows;
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
        if (Input.Step == DecisionAnswers.Edit)
            return;
        var input = Input.For(_case!);
        if (!form.Validate())
            return;
        if (Input.Step != DecisionAnswers.Confirm && _case!.Task.IsOpen)
        {
            if (await decide.CheckAsync(input, _case.Task, viewer, CancellationToken.None) is { Count: > 0 } violations)
                form.Show(violations.Select(DecisionAnswers.AtItsField), words);
            else
                _letter = await letters.WriteAsync(input, _case, _head!.Number ?? "", me.Now, CancellationToken.None);
            return;
        }
        var result = await saving.SaveAsync(ct => decide.ExecuteAsync(input, viewer, me.Actor(), ct), CancellationToken.None);
        if (result.Succeeded)
        {
            flash.Say(texts["decided", _head!.Number ?? "", words.Outcome(input.Outcome)]);
            navigation.NavigateTo("/examine");
            return;
        }
        await ReadAsync(viewer);
        _wasLate = true;
        form.Show(result.Violations.Select(DecisionAnswers.AtItsField), words);
    }
}
