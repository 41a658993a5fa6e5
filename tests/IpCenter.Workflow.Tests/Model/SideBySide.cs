using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>One instance in the engine and in the reference interpreter, compared after the start and after each stimulus.</summary>
internal sealed class SideBySide
{
    // A burst that does not end is stopped by the engine after some thousand steps; its beginning says enough.
    private const int MostSteps = 300;

    private readonly ReferenceChart _chart;
    private readonly ReferenceInterpreter _reference;
    private readonly EngineDrive _drive;
    private readonly List<string> _stimuli = [];
    private readonly HashSet<string> _passedOver = [];
    private int _cancelled;

    public SideBySide(ReferenceChart chart, WorkflowDefinition definition)
    {
        _chart = chart;
        _reference = new ReferenceInterpreter(chart, EngineDrive.T0);
        _drive = new EngineDrive(definition);
        Compare(first: null, null);
    }

    /// <summary>The first difference, or null.</summary>
    public string? Difference { get; private set; }

    public Transition Last => _drive.Last;

    public IReadOnlyList<string> Stimuli => _stimuli;

    /// <summary>True while both agree and something waits.</summary>
    public bool GoesOn => Difference is null && Last.Status == WorkflowStatus.Running;

    public void Send(Stimulus stimulus)
    {
        var (id, value) = stimulus is Stimulus.Completed completed ? (completed.ActivityId, completed.Value) : (((Stimulus.TimerFired)stimulus).ActivityId, null);
        _stimuli.Add(stimulus is Stimulus.TimerFired ? $"{id} fires" : $"{id} = {value ?? "nothing"}");
        try
        {
            _drive.Send(stimulus);
        }
        catch (InvalidOperationException refused)
        {
            Difference = $"the engine throws: {refused.Message}";
            return;
        }
        Compare(id, value);
    }

    private void Compare(string? first, object? value)
    {
        var waited = _reference.Waiting.Where(id => id != first).ToHashSet();
        try
        {
            Follow(first, value);
        }
        catch (InvalidOperationException refused)
        {
            Difference = $"the engine did [{Steps()}]; the reference: {refused.Message}";
            return;
        }
        if (IsEndless)
            return;
        var open = string.Join(' ', _reference.CanRun);
        var cancelled = _reference.Cancelled.Skip(_cancelled).ToList();
        _cancelled = _reference.Cancelled.Count;
        Differ("status", _reference.HasEnded ? WorkflowStatus.Finished : WorkflowStatus.Running, Last.Status);
        Differ("left undone", open, "");
        if (Last.Status == WorkflowStatus.Finished)
            Differ("type of the last activity", "End", _chart.Type(Ids(JournalEvent.Completed).Last()));
        Differ("waiting", string.Join(' ', _reference.Waiting), _drive.Waiting);
        Differ("variables", Text(_reference.Variables.ToDictionary(pair => $"var-{pair.Key}", pair => pair.Value)), Text(Last.State.Variables));
        // What only began to wait in this step and was dropped again may be told or not.
        Differ("cancelled", Listed(cancelled.Where(waited.Contains)), Listed(Ids(JournalEvent.Cancelled).Where(waited.Contains)));
        Differ("cancelled without reason", "", Listed(Ids(JournalEvent.Cancelled).Except(cancelled)));
    }

    // The journal's order is the order in which the reference runs what may run at the same time.
    private void Follow(string? first, object? value)
    {
        foreach (var line in Lines().Take(IsEndless ? MostSteps : int.MaxValue))
            if (line.Event == JournalEvent.Skipped)
                Skip(line.ActivityId);
            else if (line.Event == JournalEvent.Completed)
            {
                Complete(line.ActivityId, first, value);
                first = null;
            }
        if (first is not null)
            throw new InvalidOperationException($"'{first}' was completed");
    }

    private void Skip(string join)
    {
        _reference.Skip(join);
        _passedOver.Add(join);
    }

    private void Complete(string id, string? first, object? value)
    {
        if (first is null)
            _reference.Run(id);
        else if (first == id)
            _reference.Complete(id, value);
        else
            throw new InvalidOperationException($"'{first}' comes first");
        // The contract passes over a join in silence; the loader's promise is that this loses no work.
        _passedOver.RemoveWhere(join => _chart.BeginsRound(id, join));
        if (_passedOver.FirstOrDefault(join => _chart.LeadsOn(join, id)) is { } lost)
            throw new InvalidOperationException($"'{id}' runs although '{lost}' before it was passed over: the loader should have refused this");
    }

    private bool IsEndless => Last.Fault is { } fault && fault.Reason.Contains("does not end", StringComparison.Ordinal);

    private IEnumerable<JournalLine> Lines() => Last.Journal.Where(line => line.ActivityId.Length > 0);

    private IEnumerable<string> Ids(JournalEvent what) => Lines().Where(line => line.Event == what).Select(line => line.ActivityId);

    private string Steps() => string.Join(' ', Lines().Take(MostSteps)
        .Where(line => line.Event is JournalEvent.Completed or JournalEvent.Skipped or JournalEvent.Cancelled)
        .Select(line => line.Event == JournalEvent.Completed ? line.ActivityId : $"{line.Event}:{line.ActivityId}"));

    private void Differ<T>(string what, T reference, T engine)
    {
        if (!Equals(reference, engine))
            Difference ??= $"{what}: the reference says '{reference}', the engine '{engine}' after [{Steps()}] {Last.Fault}";
    }

    private static string Listed(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));

    private static string Text(IReadOnlyDictionary<string, object?> values) =>
        string.Join(", ", values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {WorkflowValue.ToJson(pair.Value)}"));
}
