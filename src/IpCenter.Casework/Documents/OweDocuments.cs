using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Documents;

/// <summary>
/// Keeps the list of what an application owes in step with the application: at its submission, after a correction, and when
/// its filing date becomes known. Doing so twice changes nothing.
/// </summary>
public sealed class OweDocuments(CaseworkDbContext db, ReferenceLibrary reference, AuditTrail audit)
{
    public async Task FollowAsync(DesignApplication application, Actor actor, CancellationToken ct)
    {
        var needed = reference.Documents.NeededBy(application.Form);
        var owed = await db.OwedDocuments.Where(d => d.CaseId == application.Id).ToListAsync(ct);
        var here = await db.CaseDocuments.Where(d => d.CaseId == application.Id && d.ReplacedAt == null).ToListAsync(ct);
        foreach (var rule in needed)
            if (owed.FirstOrDefault(d => d.Kind == rule.Key) is not { } known)
                Owe(application, rule, here.Any(d => d.Kind == rule.Key), actor);
            else if (known.State == OwedState.Dropped)
                OweAgain(application, known, rule, here.Any(d => d.Kind == rule.Key), actor);
        foreach (var gone in owed.Where(d => d.TakesFile && !DocumentKinds.Proofs.Contains(d.Kind) && needed.All(rule => rule.Key != d.Kind)))
        {
            gone.Drop();
            audit.Record(actor, "document.dropped", $"case:{application.Id}", application.Id, AuditVisibility.Parties, ("document", gone.Kind));
        }
    }

    /// <summary>The filing date is known, or was mended: what the law counts from it is counted anew.</summary>
    /// <param name="again">Also what was counted from the filing date before.</param>
    public async Task RecountAsync(DesignApplication application, Actor actor, CancellationToken ct, bool again = false)
    {
        foreach (var owed in await db.OwedDocuments.Where(d => d.CaseId == application.Id && (again || d.IsProvisional)).ToListAsync(ct))
        {
            if (!owed.IsProvisional && (!owed.TakesFile || reference.Documents.Find(owed.Kind)?.CountsFrom != CountsFrom.Filing))
                continue;
            var before = owed.DueAt;
            owed.Count(Clock(reference.Documents.Find(owed.Kind)!, application, actor.At), provisional: false, reference.Calendar.Edition);
            if (owed.IsOutstanding)
                audit.Record(actor, "document.recounted", $"case:{application.Id}", application.Id, AuditVisibility.Parties,
                    ("document", owed.Kind), ("day", Day(before)), ("newDay", Day(owed.DueAt)));
        }
    }

    /// <summary>A payment was declared: its proof is here, or promised.</summary>
    internal async Task OweProofAsync(Guid caseId, string kind, bool isHere, Actor actor, CancellationToken ct)
    {
        if (await db.OwedDocuments.AnyAsync(d => d.CaseId == caseId && d.Kind == kind, ct))
            return;
        var rule = reference.Documents.Find(kind)!;
        Add(caseId, rule, Deadline.Compute(reference.Deadlines[rule.Deadline], actor.At, reference.Calendar), false, isHere, actor);
    }

    private void Owe(DesignApplication application, DocumentRule rule, bool isHere, Actor actor) =>
        Add(application.Id, rule, Clock(rule, application, actor.At), IsProvisional(rule, application), isHere, actor);

    private void Add(Guid caseId, DocumentRule rule, Deadline deadline, bool provisional, bool isHere, Actor actor)
    {
        var owed = new OwedDocument { Id = Guid.CreateVersion7(actor.At), CaseId = caseId, Kind = rule.Key, OwedSince = actor.At };
        owed.Count(deadline, provisional, reference.Calendar.Edition);
        if (isHere)
            owed.Supply(actor.At);
        else
            audit.Record(actor, "document.owed", $"case:{caseId}", caseId, AuditVisibility.Parties, ("document", rule.Key), ("day", Day(owed.DueAt)));
        db.OwedDocuments.Add(owed);
    }

    private void OweAgain(DesignApplication application, OwedDocument owed, DocumentRule rule, bool isHere, Actor actor)
    {
        owed.OweAgain();
        owed.Count(Clock(rule, application, actor.At), IsProvisional(rule, application), reference.Calendar.Edition);
        if (isHere)
            owed.Supply(actor.At);
        audit.Record(actor, "document.owed", $"case:{application.Id}", application.Id, AuditVisibility.Parties, ("document", rule.Key), ("day", Day(owed.DueAt)));
    }

    private static bool IsProvisional(DocumentRule rule, DesignApplication application) =>
        rule.CountsFrom == CountsFrom.Filing && application.OfficeFiledOn is null;

    private Deadline Clock(DocumentRule rule, DesignApplication application, DateTimeOffset now) =>
        rule.CountsFrom == CountsFrom.Filing && application.OfficeFiledOn is { } filed
            ? NominalDeadline.ComputeOrNominal(reference.Deadlines[rule.Deadline], filed, reference.Calendar)
            : NominalDeadline.ComputeOrNominal(reference.Deadlines[rule.Deadline], now, reference.Calendar);

    private static string Day(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
