using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>Reads the pictures of the designs that a search found, published or not; who may know of them is asked before.</summary>
public sealed class FoundViewsReading(CaseworkDbContext db)
{
    /// <summary>By look-alike: the present pictures of its design, and the picture that was found even where another took its place.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<FoundView>>> OfAsync(IReadOnlyCollection<PriorDesignLead> leads, CancellationToken ct)
    {
        var found = leads.Select(l => l.FoundId).Distinct().ToList();
        var images = leads.Select(l => l.FoundImageId).Distinct().ToList();
        var published = await db.DesignViews.AsNoTracking()
            .Where(v => found.Contains(v.DesignId) && (v.ReplacedAt == null || images.Contains(v.ImageId))).ToListAsync(ct);
        var secret = await db.ApplicationViews.AsNoTracking()
            .Where(v => found.Contains(v.ApplicationId) && (v.ReplacedAt == null || images.Contains(v.ImageId))).ToListAsync(ct);
        return leads.ToDictionary(l => l.Id, IReadOnlyList<FoundView> (l) => Of(l, published, secret));
    }

    private static List<FoundView> Of(PriorDesignLead lead, List<DesignView> published, List<ApplicationView> secret)
    {
        var views = lead.IsUnpublished
            ? secret.Where(v => v.ApplicationId == lead.FoundId && (v.IsCurrent || v.ImageId == lead.FoundImageId))
                .OrderBy(v => v.DesignNumber).ThenBy(v => ViewPositions.Parse(v.Position)).ThenBy(v => v.AddedAt)
                .Select(v => new FoundView(v.ImageId, v.DesignNumber, v.Position))
            : published.Where(v => v.DesignId == lead.FoundId && (v.ReplacedAt is null || v.ImageId == lead.FoundImageId)).InOrder()
                .Select(v => new FoundView(v.ImageId, v.DesignNumber, v.Position));
        var list = views.DistinctBy(v => v.ImageId).ToList();
        if (!list.Exists(v => v.ImageId == lead.FoundImageId))
            list.Insert(0, new FoundView(lead.FoundImageId, 1, ""));
        return list;
    }
}
