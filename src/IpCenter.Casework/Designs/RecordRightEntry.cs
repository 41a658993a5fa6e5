using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.SearchFeed;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Designs;

/// <summary>
/// Adds an entry to the history of a right, by the centre's staff on a document. Status and owner of the design follow from
/// the history, and the search index is told.
/// </summary>
public sealed class RecordRightEntry(CaseworkDbContext db, RightAccess rights, ReceiveRightDocument documents, NoticeSending notices, AuditTrail audit)
{
    public const string Notice = "right-changed";

    /// <param name="id">Given by the form, so that a double click records once.</param>
    /// <param name="designId">The right.</param>
    /// <param name="facts">What happened.</param>
    /// <param name="file">The document, where it is at hand.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<RightEntry>> ExecuteAsync(Guid id, Guid designId, RightFacts facts, SentFile? file, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.RightEntries.FindAsync([id], ct) is { } existing)
            return existing;
        if (!viewer.IsExaminingStaff || await rights.FindAsync(designId, viewer, ct) is not { } design)
            return new RuleViolation("case.not-found");
        if (!RightRules.StaffKinds.Contains(facts.Kind))
            return new RuleViolation("field.required", "kind");
        return await AddAsync(id, design, facts.Trimmed(), file, null, actor, ct);
    }

    /// <summary>For those who have asked already who may: the rules of the history still decide.</summary>
    internal async Task<Result<RightEntry>> AddAsync(
        Guid id, Design design, RightFacts facts, SentFile? file, Guid? documentId, Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(actor.At);
        var missing = RightRules.Missing(design, facts, today);
        if (missing.Count > 0)
            return missing;
        var history = await rights.HistoryAsync(design, ct);
        facts = facts with { Publicity = PublicityOf(facts, history) };
        var newFirm = facts is { Kind: RightEntryKind.Transferred, NewOwnerCode.Length: > 0 }
            ? await db.Firms.Where(f => f.CreditCode == facts.NewOwnerCode).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(ct)
            : null;
        var entry = Entry(id, design, history.NextNumber, facts, actor, documentId, newFirm);
        if (RightRules.Conflicts(history, entry) is { Count: > 0 } conflicts)
            return conflicts;
        if (file is not null)
        {
            var received = await documents.ExecuteAsync(design.Id, file, "file", actor, ct);
            if (!received.Succeeded)
                return received.Violations.ToList();
            entry = Entry(id, design, history.NextNumber, facts, actor, received.Value.Id, newFirm);
        }
        await KeepAsync(design, entry, history.With(entry), actor, ct);
        return entry;
    }

    /// <summary>What ends or strikes an entry says no more of it to the public than the entry itself did.</summary>
    private static EntryPublicity PublicityOf(RightFacts facts, RightHistory history) =>
        (facts.Kind == RightEntryKind.Struck ? facts.Corrects : facts.RefersTo) is { } about
        && history.Entries.FirstOrDefault(e => e.Id == about) is { } entry && entry.Publicity > facts.Publicity
            ? entry.Publicity
            : facts.Publicity;

    private async Task KeepAsync(Design design, RightEntry entry, RightHistory history, Actor actor, CancellationToken ct)
    {
        db.RightEntries.Add(entry);
        var (oldFirm, oldOwner) = (design.FirmId, design.OwnerName);
        design.Follow(history.On(ChinaTime.DateOf(actor.At)));
        if (design.OwnerName != oldOwner)
            design.ForgetReduction();
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = design.Id, At = actor.At });
        audit.Record(actor, "right.recorded", $"design:{design.Id}", null, AuditVisibility.Parties,
            ("number", design.PatentNumber), ("entry", entry.Kind.ToString()), ("document", entry.Facts.DocumentNumber));
        foreach (var firm in new[] { oldFirm, design.FirmId }.OfType<Guid>().Distinct())
            await notices.ToFirmAsync(firm, null, Notice, RightNotice.Arguments(design), actor.At, ct);
    }

    private static RightEntry Entry(Guid id, Design design, int number, RightFacts facts, Actor actor, Guid? documentId, Guid? newFirm) => new()
    {
        Id = id,
        DesignId = design.Id,
        Number = number,
        Kind = facts.Kind,
        EffectiveOn = facts.EffectiveOn!.Value,
        Facts = facts,
        DocumentId = documentId,
        RecordedAt = actor.At,
        RecordedBy = actor.PersonId,
        RecordedByName = actor.Name,
        StatusBefore = design.Status,
        OwnerBefore = design.OwnerName,
        FirmBefore = design.FirmId,
        NewFirmId = newFirm,
    };
}
