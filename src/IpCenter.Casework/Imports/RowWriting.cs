using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Images;
using IpCenter.Casework.SearchFeed;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Puts prepared rows into the register: designs, views, pictures, the search feed, what became of each row and how far the
/// import is, for one save. What is written once is found by its number the next time.
/// </summary>
internal sealed class RowWriting(CaseworkDbContext db, ReceiveImage receive)
{
    public async Task WriteAsync(DesignImport import, IReadOnlyList<PreparedRow> rows, Actor actor, CancellationToken ct)
    {
        var lines = await LinesByKeyAsync(import.Id, rows, ct);
        foreach (var row in rows)
        {
            if (row.Facts is { } facts && !lines.TryAdd(facts.Key, row.Source.Line))
                row.Problems.Add(ImportProblem.At(ImportColumn.Number, "number.twice", facts.Number, $"{lines[facts.Key]}"));
            (RowOutcome Outcome, Guid? DesignId, DesignBefore? Before)? written = row.IsRefused ? null : await DesignAsync(import, row, actor, ct);
            if (row.IsRefused)
                written = null;
            var outcome = written?.Outcome ?? RowOutcome.Refused;
            import.Count(outcome, written is not null && row.Problems.Count > 0, row.Pictures.Count(p => p.Read is not null || (import.IsRehearsal && written is not null)));
            db.DesignImportRows.Add(new DesignImportRow
            {
                ImportId = import.Id,
                Row = row.Row,
                Line = row.Source.Line,
                Outcome = outcome,
                Key = row.Facts?.Key,
                DesignId = written?.DesignId,
                Problems = row.Problems,
                HasProblems = row.Problems.Count > 0,
                Cells = outcome == RowOutcome.Refused ? row.Source.Cells : null,
                Before = written?.Before,
            });
        }
    }

    private async Task<(RowOutcome Outcome, Guid? DesignId, DesignBefore? Before)> DesignAsync(DesignImport import, PreparedRow row, Actor actor, CancellationToken ct)
    {
        var facts = row.Facts!;
        var known = await db.Designs.SingleOrDefaultAsync(d => d.Numbering == facts.Numbering && d.PatentNumber == facts.Number, ct);
        if (known is null)
            return import.IsRehearsal ? (RowOutcome.Added, null, null) : (RowOutcome.Added, Add(import, row, actor), null);

        if (known.ApplicationId is not null)
        {
            // Granted while the row was prepared: the centre's own design stays as it is.
            row.Problems.Add(ImportProblem.At(ImportColumn.Number, "number.own", facts.Number));
            return (RowOutcome.Refused, null, null);
        }

        var views = await ViewsAsync(known.Id, ct);
        var showsOthers = facts.Pictures is not null && !Shown(views).SequenceEqual(Wanted(row));
        var before = DesignBefore.Of(known, showsOthers ? [.. views.Select(v => v.View.Id)] : null);
        facts.Describe(known);
        await new RightAccess(db).FollowHistoryAsync(known, ChinaTime.DateOf(actor.At), ct);
        var isChanged = showsOthers || before != DesignBefore.Of(known, null) with { Views = before.Views };
        if (import.IsRehearsal)
        {
            before.Restore(known);
        }
        else if (isChanged)
        {
            known.ImportId = import.Id;
            if (showsOthers)
                ReplaceViews(known.Id, views, row, actor);
            db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = known.Id, At = actor.At });
        }
        return isChanged ? (RowOutcome.Changed, known.Id, before) : (RowOutcome.Unchanged, known.Id, null);
    }

    private Guid Add(DesignImport import, PreparedRow row, Actor actor)
    {
        var facts = row.Facts!;
        var design = new Design
        {
            Id = Guid.CreateVersion7(actor.At),
            Numbering = facts.Numbering,
            PatentNumber = facts.Number,
            OwnerName = "",
            ProductName = "",
            Use = "",
            LocarnoClass = "",
            BriefDescription = "",
            FiledOn = null,
            AnnouncedOn = null,
            ExpiresOn = null,
            Status = DesignStatus.Unknown,
            PublishedAt = actor.At,
            ImportId = import.Id,
        };
        facts.Describe(design);
        db.Designs.Add(design);
        ReplaceViews(design.Id, [], row, actor);
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = design.Id, At = actor.At });
        return design.Id;
    }

    private void ReplaceViews(Guid designId, IReadOnlyList<(DesignView View, string Sha256)> shown, PreparedRow row, Actor actor)
    {
        foreach (var (view, _) in shown)
            view.ReplacedAt = actor.At;
        foreach (var (at, picture) in row.Pictures.Index())
            db.DesignViews.Add(new DesignView
            {
                Id = Guid.CreateVersion7(actor.At),
                DesignId = designId,
                DesignNumber = picture.Mention.DesignNumber,
                Position = picture.Mention.Position,
                Order = at + 1,
                ImageId = picture.Read is { } read ? receive.Keep(read, actor).Id : shown.First(s => s.Sha256 == picture.Sha256).View.ImageId,
            });
    }

    private async Task<IReadOnlyList<(DesignView View, string Sha256)>> ViewsAsync(Guid designId, CancellationToken ct)
    {
        var views = await (
            from view in db.DesignViews
            join image in db.Images on view.ImageId equals image.Id
            where view.DesignId == designId && view.ReplacedAt == null
            select new { View = view, image.Sha256 }).ToListAsync(ct);
        var hashes = views.ToDictionary(v => v.View.Id, v => v.Sha256);
        return [.. views.Select(v => v.View).InOrder().Select(v => (v, hashes[v.Id]))];
    }

    private static IEnumerable<(int, string, string)> Shown(IEnumerable<(DesignView View, string Sha256)> views) =>
        views.Select(v => (v.View.DesignNumber, v.View.Position, v.Sha256));

    private static IEnumerable<(int, string, string)> Wanted(PreparedRow row) =>
        row.Pictures.OrderBy(p => p.Mention.DesignNumber).Select(p => (p.Mention.DesignNumber, p.Mention.Position, p.Sha256));

    /// <summary>On which line the table named each of these designs first.</summary>
    private async Task<Dictionary<string, int>> LinesByKeyAsync(Guid importId, IReadOnlyList<PreparedRow> rows, CancellationToken ct)
    {
        var keys = rows.Where(r => r.Facts is not null).Select(r => r.Facts!.Key).Distinct().ToList();
        return (await db.DesignImportRows.AsNoTracking()
            .Where(r => r.ImportId == importId && keys.Contains(r.Key!))
            .Select(r => new { r.Key, r.Line })
            .ToListAsync(ct)).GroupBy(r => r.Key!).ToDictionary(g => g.Key, g => g.Min(r => r.Line));
    }
}
