using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Life;

/// <summary>
/// What a task of the system would give for a payload that is not on record, for example a deadline by another rule; null when
/// that cannot be worked out. It must not change anything.
/// </summary>
public delegate object? TaskForecast(string taskName, IReadOnlyDictionary<string, object?> payload, DateTimeOffset at);

/// <summary>
/// Replays what is on record against a changed definition: people do the same things at the same times, timers fire when the
/// changed definition says. Pure: it reads nothing and changes nothing.
/// </summary>
public static class WhatIf
{
    /// <summary>Whose deadlines move.</summary>
    /// <param name="run">What is on record.</param>
    /// <param name="recorded">The definition that the instance followed.</param>
    /// <param name="changed">The definition that is thought of.</param>
    /// <param name="map">Activity ids of the recorded definition and what they are called in the changed one, where they differ.</param>
    /// <param name="forecast">Works out what tasks of the system would give.</param>
    public static WhatIfReport Replay(
        RecordedRun run, WorkflowDefinition recorded, WorkflowDefinition changed, IReadOnlyDictionary<string, string> map, TaskForecast forecast)
    {
        var was = new ReplayedRun(recorded, run, new Dictionary<string, string>(), null, null);
        was.Play();
        if (was.Divergence is not null)
            return new WhatIfReport(run.InstanceId, run.CorrelationId, [], was.Divergence with { Reason = DivergenceReason.NotOnRecord });
        var would = new ReplayedRun(changed, run, map, was, forecast);
        would.Play();
        return new WhatIfReport(run.InstanceId, run.CorrelationId, Compare(was, would, map), would.Divergence);
    }

    private static List<MovedDeadline> Compare(ReplayedRun was, ReplayedRun would, IReadOnlyDictionary<string, string> map)
    {
        var moved = new List<MovedDeadline>();
        var matched = new HashSet<PlannedWait>();
        foreach (var old in was.Planned)
        {
            var target = map.GetValueOrDefault(old.ActivityId, old.ActivityId);
            var now = would.Planned.FirstOrDefault(wait => wait.ActivityId == target && wait.Round == old.Round);
            if (now is not null)
                matched.Add(now);
            // What lies behind the point where the record ends to tell is not known.
            else if (would.Divergence is { } end && old.StartedAt >= end.At)
                continue;
            if (old.DueAt != now?.DueAt)
                moved.Add(new(old.ActivityId, old.Name, old.Round, old.StartedAt, old.DueAt, now?.DueAt));
        }
        moved.AddRange(would.Planned.Where(wait => wait.DueAt is not null && !matched.Contains(wait))
            .Select(wait => new MovedDeadline(wait.ActivityId, wait.Name, wait.Round, wait.StartedAt, null, wait.DueAt)));
        return [.. moved.OrderBy(deadline => deadline.StartedAt)];
    }
}
