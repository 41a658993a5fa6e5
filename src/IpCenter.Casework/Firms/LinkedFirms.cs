using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>
/// Finds the firms that are tied to a firm by what the centre has on record anyway: people, mandates, contact, registered
/// address, assignments of designs, and who is named by submitted applications. Nothing is asked for it, and legal representatives are not on record. The examining staff alone reads it.
/// </summary>
public sealed class LinkedFirms(CaseworkDbContext db, ReferenceLibrary reference, LinkedFirmsCache cache)
{
    /// <summary>The strongest ties first; nothing for anybody but the examining staff.</summary>
    public async Task<IReadOnlyList<LinkedFirm>> OfAsync(Guid firmId, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff)
            return [];
        return await OfAsync(firmId, ChinaTime.DateOf(now), ct);
    }

    internal Task<IReadOnlyList<LinkedFirm>> OfAsync(Guid firmId, DateOnly today, CancellationToken ct) =>
        cache.GetAsync(firmId, today, () => ReadAsync(firmId, today, ct));

    private async Task<IReadOnlyList<LinkedFirm>> ReadAsync(Guid firmId, DateOnly today, CancellationToken ct)
    {
        List<(Guid Firm, FirmLinkFact Fact)> found =
        [
            .. await ByPeopleAsync(firmId, today, ct), .. await ByWhatIsRecordedAsync(firmId, ct), .. await ByAssignmentAsync(firmId, ct),
            .. await ByWhoIsNamedAsync(firmId, ct),
        ];
        var ids = found.Select(f => f.Firm).Distinct().ToList();
        var names = await db.Firms.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, ct);
        return
        [
            .. found.Where(f => names.ContainsKey(f.Firm))
                .GroupBy(f => f.Firm)
                .Select(g => new LinkedFirm(g.Key, names[g.Key], [.. g.Select(f => f.Fact).Distinct().OrderBy(f => f.Kind).ThenBy(f => f.Detail, StringComparer.Ordinal)]))
                .OrderBy(l => l.Facts[0].Kind).ThenByDescending(l => l.Facts.Count).ThenBy(l => l.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A town officer helps everybody of a town in office: that ties nobody.</summary>
    private async Task<IEnumerable<(Guid, FirmLinkFact)>> ByPeopleAsync(Guid firmId, DateOnly today, CancellationToken ct)
    {
        var ties = await (
            from own in db.Mandates.AsNoTracking()
            join other in db.Mandates.AsNoTracking() on new { own.PersonId, own.Kind } equals new { other.PersonId, other.Kind }
            join person in db.Users.AsNoTracking() on own.PersonId equals person.Id
            where own.FirmId == firmId && other.FirmId != firmId && own.ConsentedAt != null && other.ConsentedAt != null
                && own.Kind != MandateKind.TownOfficer
            select new { own, other, person.DisplayName }).ToListAsync(ct);
        return ties.GroupBy(t => (t.other.FirmId, t.own.PersonId, t.own.Kind)).Select(same => (same.Key.FirmId, new FirmLinkFact(
            same.Key.Kind == MandateKind.Member ? FirmLinkKind.Person : FirmLinkKind.Agent,
            same.First().DisplayName,
            !same.Any(t => t.own.IsInForceOn(today) && t.other.IsInForceOn(today)))));
    }

    /// <summary>An address with many firms is a market or an office of an agency: it ties nobody.</summary>
    private async Task<IEnumerable<(Guid, FirmLinkFact)>> ByWhatIsRecordedAsync(Guid firmId, CancellationToken ct)
    {
        var own = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == firmId, ct);
        var (address, phone, contact) = (own.AddressKey, own.PhoneKey, own.ContactKey is { Length: > 1 } name ? name : "");
        var others = await db.Firms.AsNoTracking()
            .Where(f => f.Id != firmId
                && ((f.AddressKey != "" && f.AddressKey == address) || (f.PhoneKey != "" && f.PhoneKey == phone) || (f.ContactKey != "" && f.ContactKey == contact)))
            .Select(f => new { f.Id, f.AddressKey, f.PhoneKey, f.ContactKey })
            .ToListAsync(ct);
        var isShared = others.Count(f => f.AddressKey == address) > reference.Signs.MostAtOneAddress;
        List<(Guid, FirmLinkFact)> found = [];
        foreach (var other in others)
        {
            if (phone is { Length: > 0 } && other.PhoneKey == phone)
                found.Add((other.Id, new(FirmLinkKind.Telephone, $"…{phone[^4..]}")));
            if (address is { Length: > 0 } && other.AddressKey == address && !isShared)
                found.Add((other.Id, new(FirmLinkKind.Address, own.Address)));
            if (contact.Length > 0 && other.ContactKey == contact)
                found.Add((other.Id, new(FirmLinkKind.ContactName, own.ContactName)));
        }
        return found;
    }

    private async Task<IEnumerable<(Guid, FirmLinkFact)>> ByAssignmentAsync(Guid firmId, CancellationToken ct)
    {
        var moves = await (
            from entry in db.RightEntries.AsNoTracking()
            join design in db.Designs.AsNoTracking() on entry.DesignId equals design.Id
            where entry.NewFirmId != null && entry.FirmBefore != null && entry.NewFirmId != entry.FirmBefore
                && (entry.NewFirmId == firmId || entry.FirmBefore == firmId)
            select new { entry.FirmBefore, entry.NewFirmId, design.PatentNumber }).ToListAsync(ct);
        return moves.Select(m => (
            (m.NewFirmId == firmId ? m.FirmBefore : m.NewFirmId)!.Value, new FirmLinkFact(FirmLinkKind.Assignment, m.PatentNumber)));
    }

    /// <summary>A name that many firms' applications bear is a common one, or a studio's: it ties nobody.</summary>
    private async Task<IEnumerable<(Guid, FirmLinkFact)>> ByWhoIsNamedAsync(Guid firmId, CancellationToken ct)
    {
        var shared = await (
            from own in db.NamedParties.AsNoTracking()
            join other in db.NamedParties.AsNoTracking() on new { own.Key, own.Role } equals new { other.Key, other.Role }
            where own.FirmId == firmId && other.FirmId != firmId
            select new { own.Key, own.Role, own.Name, other.FirmId }).Distinct().ToListAsync(ct);
        var byName = shared.GroupBy(s => (s.Role, s.Key))
            .Where(same => same.Select(s => s.FirmId).Distinct().Count() <= reference.Signs.MostWithOneName)
            .SelectMany(same => same.DistinctBy(s => s.FirmId))
            .Select(s => (s.FirmId, new FirmLinkFact(s.Role == PartyRole.Designer ? FirmLinkKind.Designer : FirmLinkKind.CoApplicant, s.Name)));
        // The other firm itself is the co-applicant, by its credit code; this way and that.
        var code = await db.Firms.AsNoTracking().Where(f => f.Id == firmId).Select(f => f.CreditCode).SingleAsync(ct);
        var together = await (
            from party in db.NamedParties.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on party.Key equals firm.CreditCode
            where party.Role == PartyRole.CoApplicant && party.Key != "" && firm.Id != party.FirmId
                && (party.FirmId == firmId || (code != "" && party.Key == code))
            select new { Named = firm.Id, By = party.FirmId, party.Name }).Distinct().ToListAsync(ct);
        return byName.Concat(together.Select(t => (t.Named == firmId ? t.By : t.Named, new FirmLinkFact(FirmLinkKind.CoApplicant, t.Name))));
    }
}
