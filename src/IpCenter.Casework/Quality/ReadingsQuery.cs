using System.Text.Json;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Quality;

/// <summary>Reads what was drawn, read, agreed and returned, and recomputes every draw that it shows. The supervisor's alone.</summary>
public sealed class ReadingsQuery(CaseworkDbContext db, ReferenceLibrary reference)
{
    private const int DrawsShown = 30, ReturnsShown = 10;

    /// <returns><c>null</c> for everybody but a supervisor.</returns>
    public async Task<ReadingsReport?> ReadAsync(int days, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor))
            return null;
        var from = ChinaTime.DateOf(now).AddDays(1 - Math.Max(1, days));
        var since = ChinaTime.StartOfDay(from);
        var draws = await db.SampleDraws.AsNoTracking().Where(d => d.At >= since).ToListAsync(ct);
        var verdicts = await VerdictsAsync(since, ct);
        var seeds = await db.SampleSeeds.AsNoTracking().ToDictionaryAsync(s => s.Period, ct);
        var (digests, keptSince) = await DigestsAsync(ct);
        var open = await OpenAsync(now, ct);
        var last = draws.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(DrawsShown).ToList();
        var numbers = await NumbersAsync([.. last.Select(d => d.CaseId), .. verdicts.Select(v => v.Reading.CaseId)], ct);
        var returned = verdicts.Where(v => v.IsReturn).ToList();
        return new ReadingsReport
        {
            From = from,
            Strata = Strata(draws),
            Examiners = Examiners(draws, verdicts),
            Classes = Classes(draws, returned),
            ReturnCodes = [.. returned.SelectMany(v => v.Reading.ReturnCodes).CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))],
            Refusals = verdicts.Count(v => v.First?.Outcome == "refuse"),
            Agreed = verdicts.Count - returned.Count,
            Returned = returned.Count,
            Open = open,
            LastReturns = [.. returned.OrderByDescending(v => v.Reading.Order).Take(ReturnsShown)
                .Select(v => new ReturnedCase(v.Reading.CaseId, numbers.GetValueOrDefault(v.Reading.CaseId, ""), v.First?.ByName ?? "", v.Reading))],
            LastDraws = [.. last.Select(d => new ShownDraw(d, numbers.GetValueOrDefault(d.CaseId, ""), d.CheckUnder(seeds[d.Period], digests.GetValueOrDefault(d.Subject), keptSince)))],
            Seeds = await SeedsAsync(seeds.Values, digests, keptSince, now, ct),
            DrawsKeptSince = keptSince,
        };
    }

    /// <summary>Every stratum of the data, and those of earlier data that draws still name.</summary>
    private IReadOnlyList<StratumRow> Strata(List<SampleDraw> draws)
    {
        var byKey = draws.ToLookup(d => d.Stratum);
        var known = reference.Sample.Strata.Select(s => s.Key).ToList();
        return
        [
            .. known.Concat(byKey.Select(g => g.Key).Except(known).Order(StringComparer.Ordinal)).Select(key => new StratumRow(
                key, reference.Sample.Strata.FirstOrDefault(s => s.Key == key)?.Share,
                byKey[key].Count(), byKey[key].Count(d => d.IsDrawn), byKey[key].Count(d => !d.IsDrawn && d.Result != DrawResult.NotDrawn))),
        ];
    }

    private static IReadOnlyList<ReadExaminer> Examiners(List<SampleDraw> draws, List<Verdict> verdicts)
    {
        var byPerson = draws.Where(d => d.ExaminerId is not null).ToLookup(d => d.ExaminerId!.Value);
        var judged = verdicts.Where(v => v.First is not null).ToLookup(v => v.First!.By);
        return
        [
            .. byPerson.Select(g => (g.Key, Name: g.First().ExaminerName)).Concat(judged.Select(g => (g.Key, Name: g.First().First!.ByName)))
                .DistinctBy(p => p.Key)
                .Select(p => new ReadExaminer(
                    p.Name, byPerson[p.Key].Count(), byPerson[p.Key].Count(d => d.IsDrawn), judged[p.Key].Count(v => !v.IsReturn), judged[p.Key].Count(v => v.IsReturn)))
                .OrderBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<ReadClass> Classes(List<SampleDraw> draws, List<Verdict> returned)
    {
        var back = returned.Select(v => v.Reading.CaseId).ToHashSet();
        return
        [
            .. draws.GroupBy(d => DrawReading.MainClass(d.LocarnoClass))
                .Select(g => new ReadClass(g.Key, g.Count(), g.Count(d => d.IsDrawn), g.Where(d => d.IsDrawn).Select(d => d.CaseId).Distinct().Count(back.Contains)))
                .OrderBy(c => c.MainClass, StringComparer.Ordinal),
        ];
    }

    /// <summary>Each second reading with the decision that it read: the last examination before it.</summary>
    private async Task<List<Verdict>> VerdictsAsync(DateTimeOffset since, CancellationToken ct)
    {
        var readings = await db.Decisions.AsNoTracking().Where(d => ConfirmSecondReading.Tasks.Contains(d.Task) && d.At >= since).ToListAsync(ct);
        var cases = readings.Select(r => r.CaseId).Distinct().ToList();
        var firsts = (await db.Decisions.AsNoTracking()
            .Where(d => cases.Contains(d.CaseId) && DecideExamination.Tasks.Contains(d.Task))
            .ToListAsync(ct)).ToLookup(d => d.CaseId);
        return [.. readings.Select(r => new Verdict(r, firsts[r.CaseId].Where(d => d.Order.CompareTo(r.Order) <= 0).MaxBy(d => d.Order)))];
    }

    private async Task<IReadOnlyList<OpenReading>> OpenAsync(DateTimeOffset now, CancellationToken ct)
    {
        var items = await (
            from item in db.WorkItems.AsNoTracking()
            join file in db.Cases.AsNoTracking() on item.CaseId equals file.Id
            where ConfirmSecondReading.Tasks.Contains(item.Name) && item.CompletedAt == null && item.CancelledAt == null
            select new { item, file.Number, file.Title }).ToListAsync(ct);
        var cases = items.Select(i => i.item.CaseId).ToList();
        var firsts = (await db.Decisions.AsNoTracking()
            .Where(d => cases.Contains(d.CaseId) && DecideExamination.Tasks.Contains(d.Task))
            .Select(d => new { d.CaseId, d.ByName, d.At, d.TrailPlace })
            .ToListAsync(ct)).ToLookup(d => d.CaseId);
        return
        [
            .. items.Select(i => new OpenReading(
                i.item.Id, i.item.Name, i.Number ?? "", i.Title, firsts[i.item.CaseId].MaxBy(d => (d.At, d.TrailPlace))?.ByName ?? "", i.item.AssigneeName, i.item.DueAt, i.item.DueAt < now))
                .OrderBy(o => o.DueAt).ThenBy(o => o.Number, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<SeedMonth>> SeedsAsync(
        IEnumerable<SampleSeed> seeds, Dictionary<string, string?> digests, DateTimeOffset? keptSince, DateTimeOffset now, CancellationToken ct)
    {
        var running = SampleSeed.PeriodOf(ChinaTime.DateOf(now));
        List<SeedMonth> months = [];
        foreach (var seed in seeds.OrderByDescending(s => s.Period, StringComparer.Ordinal).Take(12))
        {
            var draws = await db.SampleDraws.AsNoTracking().Where(d => d.Period == seed.Period).ToListAsync(ct);
            var checks = draws.CountBy(d => d.CheckUnder(seed, digests.GetValueOrDefault(d.Subject), keptSince)).ToDictionary();
            months.Add(new(seed.Period, seed.Commitment, seed.Period == running ? null : seed.Seed, draws.Count,
                checks.GetValueOrDefault(DrawCheck.Differs), checks.GetValueOrDefault(DrawCheck.BeforeTheTrail)));
        }
        return months;
    }

    /// <summary>What the trail holds of each draw, of several entries the first, and since when it holds draws.</summary>
    private async Task<(Dictionary<string, string?> Digests, DateTimeOffset? Since)> DigestsAsync(CancellationToken ct)
    {
        var kept = await db.AuditEvents.AsNoTracking().Where(e => e.Action == SampleDraw.Kept).OrderBy(e => e.Sequence)
            .Select(e => new { e.Subject, e.DetailJson, e.At }).ToListAsync(ct);
        return (
            kept.DistinctBy(e => e.Subject).ToDictionary(e => e.Subject, e => JsonSerializer.Deserialize<Dictionary<string, string>>(e.DetailJson)?.GetValueOrDefault("digest")),
            kept.FirstOrDefault()?.At);
    }

    private async Task<Dictionary<Guid, string>> NumbersAsync(IReadOnlyCollection<Guid> cases, CancellationToken ct) =>
        await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number ?? "", ct);

    private sealed record Verdict(Decision Reading, Decision? First)
    {
        public bool IsReturn => Reading.Outcome == ConfirmSecondReading.Return;
    }
}
