using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>
/// What the search for prior designs has found and is a sign here: an unpublished application of the same hands filed within
/// days, and a published design filed again. The later one's search found the earlier one; both cases show it
/// until a person has judged the lead not relevant or its application was corrected.
/// </summary>
public sealed class LikeFilings(CaseworkDbContext db, ComparedFilings compared)
{
    internal async Task<IReadOnlyList<AbnormalSign>> FindAsync(SignQuestion about, CancellationToken ct)
    {
        var (id, round) = (about.File.Id, about.Application.Round);
        var leads = await db.PriorDesignLeads.AsNoTracking()
            .Where(l => (l.ApplicationId == id && l.Round == round)
                || (l.IsUnpublished && l.FoundId == id && db.Applications.Any(a => a.Id == l.ApplicationId && a.Round == l.Round)))
            .Where(l => l.Judgement != LeadJudgement.NotRelevant)
            .ToListAsync(ct);
        return [.. await TwinsAsync(about, leads, ct), .. await PublishedAsync(about, leads, ct)];
    }

    private async Task<IEnumerable<AbnormalSign>> TwinsAsync(SignQuestion about, List<PriorDesignLead> leads, CancellationToken ct)
    {
        if (about.Settings.Find(SignKind.Twins) is not { } rule)
            return [];
        var near = leads.Where(l => l.IsUnpublished && l.Probability >= rule.Probability && l.MatchingViews >= rule.Count)
            .GroupBy(l => l.ApplicationId == about.File.Id ? l.FoundId : l.ApplicationId)
            .ToDictionary(g => g.Key, g => g.MaxBy(l => l.Probability)!);
        var filings = await compared.CasesAsync(near.Keys, about, ct);
        var positions = await PositionsAsync([.. near.Values], ct);
        return near.Where(n => filings.ContainsKey(n.Key))
            .Select(n => (Lead: n.Value, Filing: filings[n.Key], Days: SameFilings.Days(about.File.SubmittedAt!.Value, filings[n.Key].On!.Value)))
            .Where(n => about.Counts(n.Filing.Firm) && n.Days <= rule.Days)
            .Select(n => Sign(SignKind.Twins, n.Filing, n.Lead, n.Days, about, positions));
    }

    /// <summary>Also another owner's: whose it is stands beside it.</summary>
    private async Task<IEnumerable<AbnormalSign>> PublishedAsync(SignQuestion about, List<PriorDesignLead> leads, CancellationToken ct)
    {
        if (about.Settings.Find(SignKind.PublishedAgain) is not { } rule)
            return [];
        var near = leads.Where(l => !l.IsUnpublished && l.ApplicationId == about.File.Id && l.Probability >= rule.Probability && l.MatchingViews >= rule.Count)
            .GroupBy(l => l.FoundId)
            .ToDictionary(g => g.Key, g => g.MaxBy(l => l.Probability)!);
        var designs = await compared.DesignsAsync(near.Keys, about, ct);
        var positions = await PositionsAsync([.. near.Values], ct);
        return near.Where(n => designs.ContainsKey(n.Key))
            .Select(n => Sign(SignKind.PublishedAgain, designs[n.Key], n.Value, null, about, positions));
    }

    private static AbnormalSign Sign(
        SignKind kind, ComparedFiling filing, PriorDesignLead lead, int? days, SignQuestion about, Dictionary<Guid, (Guid Image, string Position)> views)
    {
        var isOwnSearch = lead.ApplicationId == about.File.Id;
        var asked = views.GetValueOrDefault(lead.ViewId);
        var found = (Image: lead.FoundImageId, Position: views.GetValueOrDefault(lead.FoundImageId).Position ?? "");
        var (own, other) = isOwnSearch ? (asked, found) : (found, asked);
        return new AbnormalSign
        {
            Kind = kind,
            Subject = filing.Id,
            Compared = filing,
            Probability = lead.Probability,
            DaysApart = days,
            Pictures = lead.MatchingViews,
            Pairs = asked.Position is null ? [] : [new(own.Image, own.Position, other.Image, other.Position)],
        };
    }

    /// <summary>Views that were searched with by their own id, pictures that were found by the picture's.</summary>
    private async Task<Dictionary<Guid, (Guid Image, string Position)>> PositionsAsync(IReadOnlyList<PriorDesignLead> leads, CancellationToken ct)
    {
        var (views, images) = (leads.Select(l => l.ViewId).ToList(), leads.Select(l => l.FoundImageId).ToList());
        var asked = await db.ApplicationViews.AsNoTracking().Where(v => views.Contains(v.Id)).Select(v => new { Key = v.Id, v.ImageId, v.Position }).ToListAsync(ct);
        var found = await db.ApplicationViews.AsNoTracking().Where(v => images.Contains(v.ImageId)).Select(v => new { Key = v.ImageId, v.ImageId, v.Position })
            .Concat(db.DesignViews.AsNoTracking().Where(v => images.Contains(v.ImageId)).Select(v => new { Key = v.ImageId, v.ImageId, v.Position }))
            .ToListAsync(ct);
        return asked.Concat(found).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => (g.First().ImageId, g.First().Position));
    }
}
