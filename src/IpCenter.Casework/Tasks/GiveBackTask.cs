using IpCenter.Casework.Audit;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Tasks;

/// <summary>Gives a task back to its queue, with the reason: the next one should know what stood in the way.</summary>
public sealed class GiveBackTask(TaskDesk desk)
{
    public const int LongestReason = 500;

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("task.give-back-reason", "reason");
        var words = reason.Trim();
        return words.Length > LongestReason
            ? new RuleViolation("task.reason-too-long", "reason", $"{LongestReason}")
            : await desk.ReleaseAsync(workItemId, viewer, actor.Because(words), ct);
    }
}
