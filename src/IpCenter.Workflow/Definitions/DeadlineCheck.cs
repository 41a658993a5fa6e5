namespace IpCenter.Workflow.Definitions;

/// <summary>
/// Refuses waits that can be forgotten for ever: a person's task or an event that neither carries the day that it is due nor
/// stands beside a timer.
/// </summary>
internal static class DeadlineCheck
{
    public static void Run(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, FlowGraph graph, JsonPlace root)
    {
        var timers = Enumerable.Range(0, graph.Count).Where(i => IsTimer(activities[i])).ToList();
        var together = new WaitsTogether(activities, connections, graph);
        for (var wait = 0; wait < graph.Count; wait++)
        {
            var reason = ReasonFor(activities[wait]);
            if (reason is not null && !timers.Any(timer => together.Can(wait, timer)))
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
}
