using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.People;
using IpCenter.Casework.Processes;
using IpCenter.Casework.Processes.Life;
using IpCenter.Casework.Results;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Life;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Processes;

/// <summary>A changed definition against what is on record: whose deadline would move. Nothing is kept of it.</summary>
public sealed partial class ForecastPage(
    WorkflowCatalog catalog, ProcessForecast forecast, ProcessCasesQuery cases, CurrentPerson me, Words words, NavigationManager navigation)
{
    private const long LargestFile = 2 * 1024 * 1024;

    private static readonly int[] Days = [30, 90, 365];

    private WorkflowDefinition? _published;
    private Viewer _viewer = Viewer.Anonymous;
    private ForecastResult? _result;
    private IReadOnlyList<DefinitionProblem> _problems = [];
    private IReadOnlyList<string> _fileErrors = [];
    private List<ForecastRow> _moved = [];
    private List<PartedRow> _parted = [];

    [Parameter] public string DefinitionId { get; set; } = "";

    [SupplyParameterFromForm(FormName = "forecast")] private Answers Input { get; set; } = null!;

    private IReadOnlyList<Choice> Periods => [.. Days.Select(days => new Choice($"{days}", T["forecast.last", days]))];

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _viewer = await me.ViewerAsync();
        _published = catalog.Definitions.FirstOrDefault(d => d.DefinitionId == DefinitionId && d.IsPublished);
        if (_published is null)
            navigation.NotFound();
    }

    private async Task ForecastAsync(EditContext form)
    {
        if (_published is null || await ReadAsync() is not { } changed)
            return;
        var written = StepMapText.Read(Input.Map, _published, changed);
        if (written.Wrong is { } wrong)
        {
            form.Show([new RuleViolation("process.map", nameof(Input.Map), $"{wrong.Number}", wrong.Text)], words);
            return;
        }
        _result = await forecast.RunAsync(changed, written.Map, me.Now.AddDays(-Input.Days!.Value), CancellationToken.None);
        var found = await cases.ReadAsync(_result.Affected.Select(report => report.CorrelationId), _viewer, CancellationToken.None);
        var steps = _published.Activities.Concat(changed.Activities).DistinctBy(a => a.Id).ToDictionary(a => a.Id, Steps.Name);
        string StepOf(string activityId) => steps.GetValueOrDefault(activityId) ?? T["process"];
        _moved = [.. from report in _result.Affected
                     from deadline in report.Moved
                     select new ForecastRow(found.GetValueOrDefault(report.CorrelationId), StepOf(deadline.ActivityId), deadline)];
        _parted = [.. _result.Affected.Where(report => report.Divergence is not null).Select(report => new PartedRow(
            report.InstanceId, found.GetValueOrDefault(report.CorrelationId), StepOf(report.Divergence!.ActivityId), report.Divergence))];
    }

    // The same definition under the same id: its version is of no account here, so that a draft may keep the old one's.
    private async Task<WorkflowDefinition?> ReadAsync()
    {
        if (Input.File is not { Length: > 0 } file)
        {
            _fileErrors = [T["forecast.file.missing"]];
            return null;
        }
        if (file.Length > LargestFile)
        {
            _fileErrors = [T["forecast.file.large"]];
            return null;
        }
        using var reader = new StreamReader(file.OpenReadStream());
        var reading = WorkflowCatalog.Read([KeyValuePair.Create(file.FileName, await reader.ReadToEndAsync())], new CatalogRules(SystemTasks.Names));
        _problems = reading.Problems;
        var changed = reading.Catalog?.Definitions.SingleOrDefault();
        if (changed is not null && changed.DefinitionId != DefinitionId)
        {
            _fileErrors = [T["forecast.file.other", changed.DefinitionId]];
            return null;
        }
        if (changed is null)
            _fileErrors = [T["forecast.file.refused"]];
        return changed;
    }

    private sealed class Answers
    {
        public IFormFile? File { get; set; }

        public string? Map { get; set; }

        [Required(ErrorMessage = "required")] public int? Days { get; set; } = 30;
    }
}

/// <summary>A deadline that would move.</summary>
public sealed record ForecastRow(ProcessCase? Case, string Step, MovedDeadline Deadline);

/// <summary>A process whose record does not tell to the end.</summary>
public sealed record PartedRow(Guid InstanceId, ProcessCase? Case, string Step, Divergence Divergence);
