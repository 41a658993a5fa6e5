using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>Random stimuli for whatever waits, the same for the same seed.</summary>
internal static class RandomWalk
{
    private const int Longest = 25;

    public static SideBySide Take(ReferenceChart chart, WorkflowDefinition definition, int seed)
    {
        var random = new Random(seed);
        var pair = new SideBySide(chart, definition);
        for (var step = 0; step < Longest && pair.GoesOn; step++)
            pair.Send(Next(chart, pair.Last.State, random));
        return pair;
    }

    public static Stimulus Next(ReferenceChart chart, InstanceState state, Random random)
    {
        var waiting = state.Waiting.Order(StringComparer.Ordinal).ToList();
        return For(chart, waiting[random.Next(waiting.Count)], RandomActivities.Answers[random.Next(RandomActivities.Answers.Count)]);
    }

    public static Stimulus For(ReferenceChart chart, string id, string answer) => chart.Type(id) is "RunTask" or "Event"
        ? new Stimulus.Completed(id, answer)
        : new Stimulus.TimerFired(id);
}
