using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Tests.Support;

/// <summary>Drives the pure engine through one instance and keeps what it said.</summary>
internal sealed class EngineDrive
{
    public static readonly DateTimeOffset T0 = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly WorkflowDefinition _definition;
    private readonly List<JournalLine> _journal = [];

    public EngineDrive(WorkflowDefinition definition, IReadOnlyDictionary<string, object?>? inputs = null)
    {
        _definition = definition;
        Last = WorkflowEngine.Start(definition, inputs ?? new Dictionary<string, object?>(), T0);
        _journal.AddRange(Last.Journal);
    }

    public Transition Last { get; private set; }

    public IReadOnlyList<JournalLine> Journal => _journal;

    /// <summary>Ids of the activities that wait, sorted, separated by blanks.</summary>
    public string Waiting => string.Join(' ', Last.State.Waiting.Order(StringComparer.Ordinal));

    /// <summary>Ids of the activities that completed, in order.</summary>
    public string Completed => Ids(JournalEvent.Completed);

    public string Cancelled => Ids(JournalEvent.Cancelled);

    public object? this[string variable] => Last.State.Variables[$"var-{variable}"];

    public EngineDrive Done(string activityId, object? value = null) => Send(new Stimulus.Completed(activityId, value));

    public EngineDrive Fire(string activityId) => Send(new Stimulus.TimerFired(activityId));

    public EngineDrive Send(Stimulus stimulus)
    {
        // The state goes through its stored form each time, as it does between two saves.
        var stored = InstanceState.FromJson(Last.State.ToJson());
        Last = WorkflowEngine.Resume(_definition, stored, stimulus, T0.AddHours(1));
        _journal.AddRange(Last.Journal);
        return this;
    }

    private string Ids(JournalEvent what) => string.Join(' ', _journal.Where(line => line.Event == what && line.ActivityId.Length > 0).Select(line => line.ActivityId));
}
