using System.Runtime.CompilerServices;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpCenter.Casework.Processes;

/// <summary>A wait and the instance that waits, both tracked.</summary>
internal sealed record WaitWithInstance(WorkflowWait Wait, WorkflowInstance Instance);

/// <summary>
/// The queries that every step of a process makes, compiled once for each database: translating them cost more than running them.
/// </summary>
internal sealed class WorkflowQueries
{
    // A compiled query belongs to the model that it was first run with, and a process may have two databases.
    private static readonly ConditionalWeakTable<IModel, WorkflowQueries> ByModel = [];

    private WorkflowQueries() { }

    /// <summary>The queries of a context's database.</summary>
    public static WorkflowQueries Of(CaseworkDbContext db) => ByModel.GetValue(db.Model, _ => new WorkflowQueries());

    /// <summary>All waits of the instance that has this wait.</summary>
    public Func<CaseworkDbContext, Guid, IAsyncEnumerable<WaitWithInstance>> SiblingsOf { get; } =
        EF.CompileAsyncQuery((CaseworkDbContext db, Guid waitId) =>
            from wait in db.WorkflowWaits
            join instance in db.WorkflowInstances on wait.InstanceId equals instance.Id
            where db.WorkflowWaits.Any(w => w.Id == waitId && w.InstanceId == wait.InstanceId)
            select new WaitWithInstance(wait, instance));

    /// <summary>All waits of an instance.</summary>
    public Func<CaseworkDbContext, Guid, IAsyncEnumerable<WaitWithInstance>> WaitsOf { get; } =
        EF.CompileAsyncQuery((CaseworkDbContext db, Guid instanceId) =>
            from wait in db.WorkflowWaits
            join instance in db.WorkflowInstances on wait.InstanceId equals instance.Id
            where wait.InstanceId == instanceId
            select new WaitWithInstance(wait, instance));

    /// <summary>All waits of the instances of which one waits for this event; any correlation id when it is null.</summary>
    public Func<CaseworkDbContext, string?, string, IAsyncEnumerable<WaitWithInstance>> ListenersTo { get; } =
        EF.CompileAsyncQuery((CaseworkDbContext db, string? correlationId, string eventName) =>
            from wait in db.WorkflowWaits
            join instance in db.WorkflowInstances on wait.InstanceId equals instance.Id
            where db.WorkflowWaits.Any(w =>
                w.InstanceId == wait.InstanceId && w.Kind == WaitKind.Event && w.Name == eventName
                && (correlationId == null || w.CorrelationId == correlationId))
            select new WaitWithInstance(wait, instance));

    /// <summary>Kept events for a correlation id and name.</summary>
    public Func<CaseworkDbContext, string, string, IAsyncEnumerable<WorkflowInboxEvent>> Inbox { get; } =
        EF.CompileAsyncQuery((CaseworkDbContext db, string correlationId, string eventName) =>
            db.WorkflowInbox.Where(e => e.CorrelationId == correlationId && e.EventName == eventName));
}
