using IpCenter.Workflow.Runtime;

namespace IpCenter.Workflow.Life;

/// <summary>How long the history of ended instances is kept. What is held is kept whatever its age.</summary>
public sealed class WorkflowRetention(IWorkflowStore store)
{
    private const int Batch = 200;

    /// <summary>Deletes instances that ended before an instant, in small transactions. Returns how many.</summary>
    public async Task<int> PurgeAsync(DateTimeOffset endedBefore, CancellationToken ct)
    {
        var total = 0;
        int deleted;
        do
        {
            deleted = await store.PurgeAsync(endedBefore, Batch, ct);
            total += deleted;
        }
        while (deleted == Batch);
        return total;
    }

    /// <summary>Keeps an instance's history from now on, running or ended. The host saves.</summary>
    /// <returns>False when it is held already.</returns>
    public async Task<bool> HoldAsync(Guid instanceId, string reason, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var instance = await InstanceAsync(instanceId, ct);
        if (instance.HoldReason is not null)
            return false;
        instance.HoldReason = reason;
        instance.Version++;
        return true;
    }

    /// <summary>Lets go of an instance's history. The host saves.</summary>
    /// <returns>False when it was not held.</returns>
    public async Task<bool> ReleaseAsync(Guid instanceId, CancellationToken ct)
    {
        var instance = await InstanceAsync(instanceId, ct);
        if (instance.HoldReason is null)
            return false;
        instance.HoldReason = null;
        instance.Version++;
        return true;
    }

    private async Task<WorkflowInstance> InstanceAsync(Guid id, CancellationToken ct) =>
        await store.FindInstanceAsync(id, ct) ?? throw new InvalidOperationException($"There is no workflow instance {id}.");
}
