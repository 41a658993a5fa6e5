namespace IpCenter.Workflow.Definitions;

/// <summary>
/// Refuses waits that can be forgotten for ever: a person's task or an event that neither carries the day that it is due nor
/// stands beside a timer. Beside means that both can wait at the same time: some fork leads to one and, by another of its
/// connections, to the other, and neither way passes through what comes after the other.
/// </summary>
internal static class DeadlineCheck
{
    public static void Run(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph, JsonPlace root)
    {
        var timers = Enumerable.Range(0, graph.Count).Where(i => IsTimer(activities[i])).ToList();
        var groups = Enumerable.Range(0, graph.Count)
            .SelectMany(fork => LoopCheck.Groups(activities, connections, graph, fork))
            .Select(group => group.Select(c => graph.To[c]).ToArray())
            .ToList();
        for (var wait = 0; wait < graph.Count; wait++)
        {
            var reason = ReasonFor(activities[wait]);
            if (reason is not null && !timers.Any(timer => AreBeside(graph, groups, wait, timer)))
                FlowchartCheck.Refuse(root, activities, wait, reason);
        }
    }

    private static bool IsTimer(Activity activity) => activity is DelayActivity or StartAtActivity or TimerActivity or CronActivity;

    private static string? ReasonFor(Activity activity) => activity switch
    {
        RunTaskActivity { IsHandled: false } task when !StaticResults.AllHaveText(task.Payload, "dueAt") =>
            $"nobody is reminded of '{task.TaskName}': let a timer wait beside it, or give its payload the 'dueAt'",
        EventActivity => "the event may never come: let a timer wait beside it",
        _ => null
    };

    private static bool AreBeside(FlowGraph graph, IEnumerable<int[]> groups, int wait, int timer)
    {
        var toWait = LeadTo(graph, wait, After(graph, timer));
        var toTimer = LeadTo(graph, timer, After(graph, wait));
        return groups.Any(targets =>
        {
            for (var a = 0; a < targets.Length; a++)
                for (var b = 0; b < targets.Length; b++)
                    if (a != b && toWait[targets[a]] && toTimer[targets[b]])
                        return true;
            return false;
        });
    }

    private static bool[] After(FlowGraph graph, int activity) => graph.ForwardReach(graph.Outbound[activity]);

    // The activities from which forward connections lead to the target without touching what is closed.
    private static bool[] LeadTo(FlowGraph graph, int target, bool[] closed)
    {
        var leads = new bool[graph.Count];
        var open = new Stack<int>([target]);
        while (open.TryPop(out var activity))
        {
            if (leads[activity] || closed[activity])
                continue;
            leads[activity] = true;
            foreach (var c in graph.ForwardInbound[activity])
                open.Push(graph.From[c]);
        }
        return leads;
    }
}
