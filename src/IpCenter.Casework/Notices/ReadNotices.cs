using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Notices;

/// <summary>A person reads notices; only one's own exist.</summary>
public sealed class ReadNotices(CaseworkDbContext db, AuditTrail audit)
{
    public async Task<Result<Notice>> OneAsync(Guid noticeId, Guid personId, DateTimeOffset at, CancellationToken ct)
    {
        var notice = await db.Notices.FindAsync([noticeId], ct);
        if (notice is null || notice.PersonId != personId)
            return new RuleViolation("notice.not-found");
        notice.Read(at);
        return notice;
    }

    /// <summary>The person says "received" (收到) to a notice that asks for it.</summary>
    public async Task<Result<Notice>> AcknowledgeAsync(Guid noticeId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var notice = await db.Notices.FindAsync([noticeId], ct);
        if (notice is null || notice.PersonId != viewer.PersonId)
            return new RuleViolation("notice.not-found");
        if (notice.AcknowledgeBy is null)
            return new RuleViolation("notice.nothing-to-acknowledge");
        if (notice.AcknowledgedAt is not null)
            return notice;
        var firm = await db.Cases.Where(c => c.Id == notice.CaseId).Select(c => (Guid?)c.FirmId).SingleOrDefaultAsync(ct);
        // For the firm speaks who may act for it now: a former agent or who only passes notices on does not.
        if (firm is { } owner && !viewer.ActsFor(owner))
            return new RuleViolation("notice.not-found");
        notice.Acknowledge(actor.At);
        actor = firm is null ? actor : actor with { OnBehalfOfFirmId = firm };
        audit.Record(actor, "notice.acknowledged", $"notice:{noticeId}", notice.CaseId, AuditVisibility.Parties, ("notice", notice.Template));
        return notice;
    }

    /// <summary>Gives how many were unread.</summary>
    public async Task<Result<int>> AllAsync(Guid personId, DateTimeOffset at, CancellationToken ct)
    {
        var unread = await db.Notices.Where(n => n.PersonId == personId && n.ReadAt == null).ToListAsync(ct);
        unread.ForEach(n => n.Read(at));
        return unread.Count;
    }
}
