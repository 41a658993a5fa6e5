using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.People;
using IpCenter.Casework.Processes.Life;
using IpCenter.Casework.Results;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Life;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Moves the running processes of a version to another one: first on paper, then each in a save of its own.</summary>
public sealed partial class MigrationPage(
    WorkflowCatalog catalog, MigrateProcesses migrate, ProcessCasesQuery cases, SavingBoundary boundary, CurrentPerson me, Words words, NavigationManager navigation)
{
    private const string Check = "check";
    private const string Carry = "carry";

    private WorkflowDefinition? _from;
    private WorkflowDefinition? _to;
    private Viewer _viewer = Viewer.Anonymous;
    private List<MigrationRow>? _rows;
    private bool _isDone;

    [Parameter] public string DefinitionId { get; set; } = "";

    [Parameter] public int Version { get; set; }

    [SupplyParameterFromForm(FormName = "move")] private Answers Input { get; set; } = null!;

    private IReadOnlyList<Choice> Targets => [.. catalog.Definitions
        .Where(d => d.DefinitionId == DefinitionId && d.Version != Version)
        .Select(d => new Choice($"{d.Version}", T["move.version", d.Version, T[d.IsPublished ? "published" : "not-published"]]))];

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _viewer = await me.ViewerAsync();
        _from = catalog.Find(DefinitionId, Version);
        if (_from is null)
            navigation.NotFound();
    }

    private async Task ActAsync(EditContext form)
    {
        if (_from is null || Input.To is not { } version || catalog.Find(DefinitionId, version) is not { } to)
            return;
        _to = to;
        var written = StepMapText.Read(Input.Map, _from, to);
        if (written.Wrong is { } wrong)
        {
            form.Show([new RuleViolation("process.map", nameof(Input.Map), $"{wrong.Number}", wrong.Text)], words);
            return;
        }
        var plan = new MigrationPlan(DefinitionId, Version, version, written.Map);
        if (Input.Act == Carry && string.IsNullOrWhiteSpace(Input.Reason))
        {
            form.Show([new RuleViolation("process.reason", nameof(Input.Reason))], words);
            return;
        }
        var reports = Input.Act == Carry ? await CarryAsync(plan) : await migrate.CheckAsync(plan, CancellationToken.None);
        _isDone = Input.Act == Carry;
        var found = await cases.ReadAsync(reports.Select(report => report.CorrelationId), _viewer, CancellationToken.None);
        _rows = [.. reports.Select(report => new MigrationRow(found.GetValueOrDefault(report.CorrelationId), report)).OrderBy(row => row.Report.IsPossible)];
    }

    private async Task<IReadOnlyList<MigrationReport>> CarryAsync(MigrationPlan plan)
    {
        var reports = new List<MigrationReport>();
        var actor = me.Actor();
        foreach (var id in await migrate.CandidatesAsync(plan, CancellationToken.None))
        {
            var moved = await boundary.SaveAsync(ct => migrate.MigrateAsync(id, plan, Input.Reason?.Trim(), actor, ct), CancellationToken.None, mayRepeat: true);
            if (moved.Succeeded)
                reports.Add(moved.Value);
        }
        return reports;
    }

    private string NameOf(string activityId) => Name(_from, activityId);

    private string NameIn(string activityId) => Name(_to, activityId);

    private string Name(WorkflowDefinition? definition, string activityId) =>
        definition?.Activities.FirstOrDefault(a => a.Id == activityId) is { } activity ? Steps.Name(activity) : activityId;

    private sealed class Answers
    {
        [Required(ErrorMessage = "required")] public int? To { get; set; }

        public string? Map { get; set; }

        [StringLength(500, ErrorMessage = "too-long:{1}")] public string? Reason { get; set; }

        public string? Act { get; set; }
    }
}

/// <summary>What came of one process.</summary>
public sealed record MigrationRow(ProcessCase? Case, MigrationReport Report);
