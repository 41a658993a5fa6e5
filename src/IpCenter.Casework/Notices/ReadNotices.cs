using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Notices;

/// <summary>A person reads notices; only one's own exist.</summary>
public sealed class ReadNotices(CaseworkDbContext db)
{
    public async Task<Result<Notice>> OneAsync(Guid noticeId, Guid personId, DateTimeOffset at, CancellationToken ct)
    {
        var notice = await db.Notices.FindAsync([noticeId], ct);
        if (notice is null || notice.PersonId != personId)
            return new RuleViolation("notice.not-found");
        notice.Read(at);
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
