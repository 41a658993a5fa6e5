using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>Applications that hold pictures of this one byte for byte, and the own application from which it was copied.</summary>
public sealed class SameFilings(CaseworkDbContext db, ComparedFilings compared)
{
    private const int Most = 12, PairsShown = 3;

    internal async Task<IReadOnlyList<AbnormalSign>> FindAsync(SignQuestion about, CancellationToken ct)
    {
        var own = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.ApplicationId == about.File.Id && view.ReplacedAt == null
            select new { view.ImageId, view.Position, image.Sha256 }).ToListAsync(ct);
        var hashes = own.Select(v => v.Sha256).Distinct().ToList();
        var others = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            join file in db.Cases.AsNoTracking() on view.ApplicationId equals file.Id
            where hashes.Contains(image.Sha256) && view.ApplicationId != about.File.Id && view.ReplacedAt == null && file.SubmittedAt != null
            select new { view.ApplicationId, view.ImageId, view.Position, image.Sha256 }).ToListAsync(ct);
        var source = about.Application.CopiedFromId;
        var filings = await compared.CasesAsync([.. others.Select(o => o.ApplicationId).Concat(source is { } id ? [id] : []).Distinct()], about, ct);

        List<AbnormalSign> signs = [];
        foreach (var (caseId, filing) in filings)
        {
            var isSource = caseId == source;
            var days = Days(about.File.SubmittedAt!.Value, filing.On!.Value);
            var pictures = others.Where(o => o.ApplicationId == caseId).DistinctBy(o => o.Sha256).ToList();
            var kind = isSource ? SignKind.CopiedApplication : SignKind.SamePictures;
            // A copy whose pictures were all taken anew is a new design in an old form.
            if (about.Settings.Find(kind) is not { } rule || days > rule.Days || pictures.Count < rule.Count)
                continue;
            signs.Add(new AbnormalSign
            {
                Kind = kind,
                Subject = caseId,
                Compared = filing,
                DaysApart = days,
                Pictures = pictures.Count,
                Of = hashes.Count,
                Pairs = [.. pictures.Take(PairsShown).Select(p =>
                {
                    var mine = own.First(o => o.Sha256 == p.Sha256);
                    return new PicturePair(mine.ImageId, mine.Position, p.ImageId, p.Position);
                })],
            });
        }
        return [.. signs.OrderByDescending(s => s.Kind == SignKind.CopiedApplication).ThenByDescending(s => s.Pictures).Take(Most)];
    }

    internal static int Days(DateTimeOffset one, DateTimeOffset other) => (int)Math.Abs(Math.Round((one - other).TotalDays));
}
