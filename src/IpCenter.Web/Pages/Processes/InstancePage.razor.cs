using IpCenter.Casework.People;
using IpCenter.Web.SignIn;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Processes;

/// <summary>One instance on the drawing of its definition: where it stands, which way it went, how long each step took.</summary>
public sealed partial class InstancePage(InstanceQuery instances, WorkflowCatalog catalog, CurrentPerson me, NavigationManager navigation)
{
    private InstanceView? _view;
    private Viewer _viewer = Viewer.Anonymous;
    private FlowDrawing? _drawing;
    private Dictionary<string, FlowBox> _boxes = [];
    private IReadOnlyDictionary<string, FlowMark> _marks = new Dictionary<string, FlowMark>();
    private IReadOnlyDictionary<Connection, int> _followed = new Dictionary<Connection, int>();
    private IReadOnlyList<InstanceStep> _rows = [];
    private bool _maySettle;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery] private string? Size { get; set; }

    private CurrentPerson Me => me;

    private string DefinitionName =>
        catalog.Find(_view!.Instance.DefinitionId, _view.Instance.DefinitionVersion) is { } definition ? Steps.Definition(definition.Identity) : _view.Instance.DefinitionId;

    private string Title => _view!.Case?.File?.Number is { } number ? $"{DefinitionName} {number}" : DefinitionName;

    protected override async Task OnInitializedAsync()
    {
        _viewer = await me.ViewerAsync();
        _maySettle = _viewer.Is(Roles.Admin);
        _view = await instances.FindAsync(Id, _viewer, CancellationToken.None);
        if (_view is null)
        {
            navigation.NotFound();
            return;
        }
        // Steps that take no time are in the drawing; the table tells where the time went.
        _rows = _view.Steps;
        if (catalog.Find(_view.Instance.DefinitionId, _view.Instance.DefinitionVersion) is not { } definition)
            return;
        var map = WorkflowMap.Of(definition, [.. _view.Waits.Select(wait => wait.Wait)], _view.Journal);
        _drawing = FlowDrawing.Of(definition, Steps);
        _boxes = _drawing.Boxes.ToDictionary(box => box.Id);
        _marks = InstanceMarks.Of(map, T);
        _followed = InstanceMarks.Followed(map);
        _rows = [.. _view.Steps.Where(step => !IsPassage(step.Event) || !_boxes.TryGetValue(step.ActivityId, out var box) || box.Kind.Waits())];
    }

    private static bool IsPassage(JournalEvent happened) => happened is JournalEvent.Completed or JournalEvent.Cancelled;

    private string NameOf(string activityId) => activityId.Length == 0 ? T["process"] : _boxes.TryGetValue(activityId, out var box) ? box.Name : activityId;

    private string KindOf(string activityId) => _boxes.TryGetValue(activityId, out var box) ? box.Caption : "";

    private string? OutcomeOf(InstanceStep step) => step.Event switch
    {
        JournalEvent.Completed => _boxes.TryGetValue(step.ActivityId, out var box) ? Steps.Outcome(box.Activity, step.Ports, step.Result) : step.Result,
        JournalEvent.Cancelled => T["outcome.cancelled"],
        _ => step.Detail is { Length: > 0 } detail ? T["event.because", T[$"event.{step.Event}"], detail] : T[$"event.{step.Event}"],
    };
}
