using IpCenter.Casework.Audit;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>Has the search index built again beside the one in use. Whoever asked is an entry of the trail; asked twice, it is built once.</summary>
public sealed class AskForIndexRebuild(DesignIndex index, AuditTrail audit)
{
    public const string Action = "index.rebuild";

    /// <summary>Gives whether it was not asked for already.</summary>
    public Task<Result<bool>> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var isFirst = index.AskForRebuild();
        if (isFirst)
            audit.Record(actor, Action, "index", null, AuditVisibility.Staff);
        return Task.FromResult<Result<bool>>(isFirst);
    }
}
