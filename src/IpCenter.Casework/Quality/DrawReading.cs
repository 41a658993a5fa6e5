using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Quality;

/// <summary>
/// Draws whether a passed decision is read by a second person, and keeps the draw with all that it followed from. A repeated
/// step finds the draw of the same decision. Two decisions of one moment may both be drawn as the last below a cap: a cap spares
/// the readers and is nobody's right, and one more is read sooner than that draws wait for each other.
/// </summary>
public sealed class DrawReading(CaseworkDbContext db, ReferenceLibrary reference, StaffPicture staff, AuditTrail audit)
{
    private const string Pass = "pass";

    public async Task<SampleDraw> ExecuteAsync(CaseFile file, DateTimeOffset now, CancellationToken ct)
    {
        var application = (await db.Applications.FindAsync([file.Id], ct))!;
        var passed = (await db.Decisions.AsNoTracking()
            .Where(d => d.CaseId == file.Id && d.Outcome == Pass && DecideExamination.Tasks.Contains(d.Task))
            .ToListAsync(ct)).OrderBy(d => d.Order).ToList();
        var attempt = Math.Max(1, passed.Count);
        if (await db.SampleDraws.AsNoTracking().SingleOrDefaultAsync(d => d.CaseId == file.Id && d.Attempt == attempt, ct) is { } known)
            return known;

        var decision = passed.LastOrDefault();
        var locarno = application.Form.LocarnoClass;
        var stratum = SampleRule.StratumOf(await FactsAsync(file.Id, decision, locarno, now, ct), reference.Sample);
        var seed = await SeedAsync(now, ct);
        var number = seed.NumberOf(file.Id, attempt);
        var draw = new SampleDraw
        {
            Id = Guid.CreateVersion7(now),
            CaseId = file.Id,
            Round = application.Round,
            Attempt = attempt,
            ExaminerId = decision?.By,
            ExaminerName = decision?.ByName ?? "",
            LocarnoClass = locarno,
            Outcome = Pass,
            Stratum = stratum.Key,
            Share = stratum.Share,
            Period = seed.Period,
            Number = number,
            Result = SampleRule.Draw(number, stratum, await LoadAsync(decision?.By, now, ct), reference.Sample.Caps),
            At = now,
        };
        db.SampleDraws.Add(draw);
        Record(draw);
        return draw;
    }

    /// <summary>
    /// The case says that it is read, and no more: whoever reads why, or that a day is full, foresees what is read next and learns
    /// what is thought of a colleague. The trail holds the digest of every draw; the draws themselves are the supervisor's.
    /// </summary>
    private void Record(SampleDraw draw)
    {
        var system = Actor.System(draw.At, "second-reading");
        audit.Record(system, SampleDraw.Kept, draw.Subject, null, AuditVisibility.Staff, ("period", draw.Period), ("digest", draw.Digest));
        if (draw.IsDrawn)
            audit.Record(system, "sample.drawn", $"application:{draw.CaseId}", draw.CaseId, AuditVisibility.Staff);
    }

    private async Task<SampledCase> FactsAsync(Guid caseId, Decision? decision, string locarno, DateTimeOffset now, CancellationToken ct)
    {
        var findings = await db.SignFindings.AsNoTracking().Where(f => f.CaseId == caseId).ToListAsync(ct);
        var hasSign = findings.GroupBy(f => f.Subject).Any(g => Stands(g, decision?.By));
        var wasReturned = await db.Decisions.AnyAsync(
            d => d.CaseId == caseId && ConfirmSecondReading.Tasks.Contains(d.Task) && d.Outcome == ConfirmSecondReading.Return, ct);
        if (decision is null)
            return new(locarno, hasSign, 0, null, 0, 0, wasReturned);
        var before = await db.Decisions.AsNoTracking()
            .Where(d => d.By == decision.By && d.Outcome == Pass && DecideExamination.Tasks.Contains(d.Task) && d.Id != decision.Id && d.At <= decision.At)
            .CountAsync(ct);
        var skills = await db.ClassSkills.AsNoTracking().Where(s => s.PersonId == decision.By).ToListAsync(ct);
        var since = now.AddDays(-reference.Sample.LookBackDays);
        var draws = await db.SampleDraws.AsNoTracking().Where(d => d.ExaminerId == decision.By && d.At >= since).ToListAsync(ct);
        return new(
            locarno, hasSign, before,
            ClassSkill.LevelFor(locarno, skills.Select(s => (s.Code, s.Level))),
            draws.Where(d => MainClass(d.LocarnoClass) == MainClass(locarno)).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).TakeWhile(d => !d.IsDrawn).Count(),
            await ReturnedAsync(decision.By, since, ct),
            wasReturned);
    }

    /// <summary>
    /// Whether a sign was recorded and stands. What the deciding examiner calls unfounded stands all the same: nobody takes their own
    /// decision out of the reading.
    /// </summary>
    private static bool Stands(IEnumerable<SignFinding> ofSubject, Guid? examiner)
    {
        var last = ofSubject.Where(f => f.Outcome != SignOutcome.Unfounded || f.By != examiner).MaxBy(f => (f.At, f.TrailPlace));
        return last is { Outcome: not SignOutcome.Unfounded };
    }

    /// <summary>Returns of decisions that the examiner had made.</summary>
    private async Task<int> ReturnedAsync(Guid examiner, DateTimeOffset since, CancellationToken ct)
    {
        var returned = await db.Decisions.AsNoTracking()
            .Where(d => ConfirmSecondReading.Tasks.Contains(d.Task) && d.Outcome == ConfirmSecondReading.Return && d.At >= since)
            .Select(d => new { d.CaseId, d.At, d.TrailPlace })
            .ToListAsync(ct);
        var cases = returned.Select(r => r.CaseId).Distinct().ToList();
        var firsts = (await db.Decisions.AsNoTracking()
            .Where(d => cases.Contains(d.CaseId) && DecideExamination.Tasks.Contains(d.Task))
            .Select(d => new { d.CaseId, d.By, d.At, d.TrailPlace })
            .ToListAsync(ct)).ToLookup(d => d.CaseId);
        return returned.Count(r => firsts[r.CaseId]
            .Where(d => (d.At, d.TrailPlace).CompareTo((r.At, r.TrailPlace)) <= 0)
            .MaxBy(d => (d.At, d.TrailPlace))?.By == examiner);
    }

    private async Task<SampleLoad> LoadAsync(Guid? examiner, DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var day = ChinaTime.StartOfDay(today);
        // The week of a desk begins on its Monday.
        var week = ChinaTime.StartOfDay(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)));
        var drawn = await db.SampleDraws.AsNoTracking().Where(d => d.Result == DrawResult.Drawn && d.At >= week).Select(d => d.At).ToListAsync(ct);
        var open = await db.WorkItems.CountAsync(
            w => ConfirmSecondReading.Tasks.Contains(w.Name) && w.CompletedAt == null && w.CancelledAt == null, ct);
        var here = (await staff.ReadAsync(now, ct)).Where(p => !p.IsAwayOn(today) && p.Id != examiner).ToList();
        var readers = here.Count(p => p.Works(Queues.Quality));
        // Where no reader is there, a supervisor may read.
        if (readers == 0)
            readers = here.Count(p => TaskDesk.RolesOf(Queues.Quality).Any(p.Roles.Contains));
        return new(drawn.Count(at => at >= day), drawn.Count, open, readers);
    }

    private async Task<SampleSeed> SeedAsync(DateTimeOffset now, CancellationToken ct)
    {
        var period = SampleSeed.PeriodOf(ChinaTime.DateOf(now));
        if (await db.SampleSeeds.FindAsync([period], ct) is { } known)
            return known;
        var seed = SampleSeed.Make(period, now);
        db.SampleSeeds.Add(seed);
        audit.Record(Actor.System(now, "second-reading"), "sample.seeded", $"sample:{period}", null, AuditVisibility.Staff,
            ("period", period), ("commitment", seed.Commitment));
        return seed;
    }

    internal static string MainClass(string locarno) => locarno.Split('-')[0];
}
