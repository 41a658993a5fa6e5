using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Workflow.Life;

/// <summary>
/// Lets running instances go on in another version of their definition, by a map of activity ids. Nothing moves without being
/// asked: publishing a version leaves the instances of the others alone. It changes tracked rows and never saves: the host saves
/// each instance in a transaction of its own, with its own record of who did it and why.
/// </summary>
public sealed class InstanceMigration(WorkflowCatalog catalog, IWorkflowStore store)
{
    /// <summary>What the plan would do to an instance. Changes nothing.</summary>
    /// <exception cref="ArgumentException">The plan names a version that the catalogue lacks, or an activity that a version lacks.</exception>
    public async Task<MigrationReport> CheckAsync(Guid instanceId, MigrationPlan plan, CancellationToken ct) =>
        CheckOf(plan).Check(await InstanceAsync(instanceId, ct));

    /// <summary>Carries it out where the check allows it; the report tells either way.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="plan">The versions and the map.</param>
    /// <param name="reason">Why; it goes into the history.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels reading the store.</param>
    public async Task<MigrationReport> MigrateAsync(Guid instanceId, MigrationPlan plan, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await InstanceAsync(instanceId, ct);
        var report = CheckOf(plan).Check(instance);
        if (report.State is not { } state)
            return report;
        instance.DefinitionVersion = plan.ToVersion;
        InstanceUpdate.Store(instance, state, now);
        foreach (var wait in await store.WaitsOfAsync(instanceId, ct))
        {
            if (wait.ActivityId.Length == 0)
                continue;
            wait.ActivityId = plan.TargetOf(wait.ActivityId);
            OfferAnew(wait, plan, state);
        }
        new InstanceUpdate(store).Note(instance, "", JournalEvent.Migrated, $"{plan.FromVersion} → {plan.ToVersion}: {reason}", now);
        return report;
    }

    /// <summary>A person's task offers what the new version says; a payload that cannot be evaluated stays as it was.</summary>
    private void OfferAnew(WorkflowWait wait, MigrationPlan plan, InstanceState state)
    {
        if (wait.Kind != WaitKind.PersonTask || Find(plan.DefinitionId, plan.ToVersion).Activity(wait.ActivityId) is not RunTaskActivity { Payload: { } payload })
            return;
        try
        {
            if (payload.Evaluate(new ExpressionScope(state.Variables, state.Inputs)) is { } value)
                wait.PayloadJson = WorkflowValue.ToJson(value);
        }
        catch (ExpressionFaultException)
        {
        }
    }

    private MigrationCheck CheckOf(MigrationPlan plan)
    {
        var from = Find(plan.DefinitionId, plan.FromVersion);
        var to = Find(plan.DefinitionId, plan.ToVersion);
        foreach (var (old, now) in plan.Activities)
        {
            if (from.Activities.All(activity => activity.Id != old))
                throw new ArgumentException($"Version {from.Version} has no activity '{old}'.", nameof(plan));
            if (to.Activities.All(activity => activity.Id != now))
                throw new ArgumentException($"Version {to.Version} has no activity '{now}'.", nameof(plan));
        }
        return new MigrationCheck(from, to, plan);
    }

    private WorkflowDefinition Find(string definitionId, int version) =>
        catalog.Find(definitionId, version) ?? throw new ArgumentException($"There is no version {version} of '{definitionId}'.", nameof(version));

    private async Task<WorkflowInstance> InstanceAsync(Guid id, CancellationToken ct) =>
        await store.FindInstanceAsync(id, ct) ?? throw new InvalidOperationException($"There is no workflow instance {id}.");
}
