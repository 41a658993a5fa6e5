using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.SearchFeed;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Designs;

/// <summary>
/// Records the end of terms: it follows from the law and the calendar alone, so no person has to confirm it. Run as often
/// as one likes, each right is recorded once.
/// </summary>
public sealed class ExpireRights(CaseworkDbContext db, AuditTrail audit)
{
    private const int Batch = 200;

    /// <summary>Gives how many were recorded; fewer than there are when there are very many, the next run goes on.</summary>
    public async Task<int> ExecuteAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var over = await db.Designs
            .Where(d => d.Numbering == "" && d.ExpiresOn <= today && (d.Status == DesignStatus.InForce || d.Status == DesignStatus.Unknown))
            .OrderBy(d => d.Id)
            .Take(Batch)
            .ToListAsync(ct);
        foreach (var design in over)
        {
            // A design of an imported bulletin has its source for a history; an import that is taken back must find it as it was.
            if (design.FirmId is not null)
                await RecordAsync(design, now, ct);
            design.Status = DesignStatus.Expired;
            db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = design.Id, At = now });
        }
        return over.Count;
    }

    private async Task RecordAsync(Design design, DateTimeOffset now, CancellationToken ct)
    {
        var key = $"expired:{design.Id:N}:{design.ExpiresOn:yyyyMMdd}";
        if (await db.RightEntries.AnyAsync(e => e.SystemKey == key, ct))
            return;
        var number = 1 + (await db.RightEntries.Where(e => e.DesignId == design.Id).MaxAsync(e => (int?)e.Number, ct) ?? 0);
        db.RightEntries.Add(Entry(design, number, key, now));
        audit.Record(Actor.System(now, "term"), "right.expired", $"design:{design.Id}", null, AuditVisibility.Parties, ("number", design.PatentNumber));
    }

    private static RightEntry Entry(Design design, int number, string key, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DesignId = design.Id,
        Number = number,
        Kind = RightEntryKind.Expired,
        EffectiveOn = design.ExpiresOn!.Value,
        Facts = new RightFacts { Kind = RightEntryKind.Expired, EffectiveOn = design.ExpiresOn },
        RecordedAt = now,
        RecordedByName = Actor.SystemName,
        StatusBefore = design.Status,
        OwnerBefore = design.OwnerName,
        FirmBefore = design.FirmId,
        SystemKey = key,
    };
}
