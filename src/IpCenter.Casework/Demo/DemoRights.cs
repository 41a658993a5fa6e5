using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Certificates;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.Images;
using IpCenter.Casework.SearchFeed;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Demo;

/// <summary>A right of the demo that is older than the centre's first case, by its design, its owner and its age.</summary>
internal sealed record DemoRight(string Design, string Firm, int YearsAgo, int Days, bool FeesReduced = false)
{
    /// <summary>So many years before the present, and so many days later.</summary>
    public DateOnly FiledOn(DateTimeOffset now) => ChinaTime.DateOf(now).AddYears(-YearsAgo).AddDays(Days);
}

/// <summary>
/// Rights from before the centre's first case, in each state that a right can be in: taken into the register with their
/// dates, then recorded with the product's own use cases. The present adds reminders, a certificate and a report.
/// </summary>
internal sealed class DemoRights(DemoCatalog catalog, string folder)
{
    private const string FeeSoon = "collar-03", InGrace = "wood-comb-01", Pledged = "wood-blocks-01", Transferred = "hairpin-02";
    private const string Lapsed = "wood-lantern-01", Abandoned = "wood-rattle-01", Invalidated = "collar-02", Expired = "wood-pen-holder-01";

    public static IReadOnlyList<DemoRight> All { get; } =
    [
        new(FeeSoon, "hanfu", 1, 20, FeesReduced: true),
        new(InGrace, "wood", 1, -72),
        new(Pledged, "wood", 2, 100),
        new(Transferred, "craft", 2, 180),
        new(Lapsed, "wood", 2, 30),
        new(Abandoned, "craft", 2, 60),
        new(Invalidated, "hanfu", 3, 40),
        new(Expired, "wood", 10, -4),
    ];

    /// <summary>At the beginning of the history: the rights, and what had been recorded about them.</summary>
    public async Task TakeOverAsync(DemoStage stage, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var right in All.Where(r => catalog.Designs.Any(d => d.Id == r.Design)))
            await AddAsync(right, stage, now, ct);
        await stage.Get<CaseworkDbContext>().SaveChangesAsync(ct);
        var start = ChinaTime.DateOf(stage.At);
        await RecordAsync(stage, Pledged, Facts(RightEntryKind.Pledged, start.AddDays(-40), "质 2026-0117") with { Party = "曹县农村商业银行股份有限公司", EndsOn = start.AddYears(2) }, ct);
        await RecordAsync(stage, Transferred, Facts(RightEntryKind.Transferred, start.AddDays(-60), "手续合格通知书 2026-0316") with
        {
            NewOwner = FirmOf("hanfu").Name,
            NewOwnerCode = FirmOf("hanfu").CreditCode,
        }, ct);
        await RecordAsync(stage, Transferred, Facts(RightEntryKind.Licensed, start.AddDays(-20), "备案 2026-0589") with
        {
            Party = FirmOf("stage").Name,
            Licence = LicenceKind.Ordinary,
            EndsOn = start.AddYears(3),
        }, ct);
        await RecordAsync(stage, Lapsed, Facts(RightEntryKind.Lapsed, Right(Lapsed).FiledOn(now).AddYears(1), "终止通知书 2026-0402"), ct);
        await RecordAsync(stage, Abandoned, Facts(RightEntryKind.Abandoned, start.AddDays(-15), "手续合格通知书 2026-0661"), ct);
        await RecordAsync(stage, Invalidated, Facts(RightEntryKind.Invalidated, start.AddDays(-30), "无效宣告决定 58213"), ct);
    }

    /// <summary>In the present: fees come due, terms end, a certificate is issued, a report has been asked for, a licence is sent in.</summary>
    public static async Task BringUpAsync(DemoStage stage, CancellationToken ct)
    {
        var db = stage.Get<CaseworkDbContext>();
        await stage.Get<ExpireRights>().ExecuteAsync(stage.At, ct);
        await stage.Get<RemindAnnualFees>().ExecuteAsync(stage.At, ct);
        await db.SaveChangesAsync(ct);
        var (viewer, actor) = await stage.AsAsync("merchant", ct);
        if (await DesignAsync(db, Transferred, ct) is { } certified)
        {
            DemoStage.Must(await stage.Get<IssueCertificate>().ExecuteAsync(DemoIds.Of("certificate"), certified.Id, viewer, actor, ct));
            var licence = Facts(RightEntryKind.Licensed, ChinaTime.DateOf(stage.At).AddDays(-3), "许可合同 2026-11") with
            {
                Party = FirmOf("craft").Name,
                Licence = LicenceKind.Ordinary,
                Publicity = EntryPublicity.FactOnly,
            };
            DemoStage.Must(await stage.Get<ProposeRightChange>().ExecuteAsync(DemoIds.Of("licence"), certified.Id, licence, Contract, viewer, actor, ct));
        }
        if (await DesignAsync(db, FeeSoon, ct) is { } asked)
            await AskForReportAsync(stage, asked, actor, ct);
        await db.SaveChangesAsync(ct);
    }

    private static SentFile Contract { get; } = new("许可合同.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj trailer<</Root 1 0 R>>\n%%EOF"u8.ToArray());

    private static async Task AskForReportAsync(DemoStage stage, Design design, Actor actor, CancellationToken ct)
    {
        var (viewer, _) = await stage.AsAsync("merchant", ct);
        var (request, id, today) = (stage.Get<RequestEvaluation>(), DemoIds.Of("evaluation"), ChinaTime.DateOf(stage.At));
        DemoStage.Must(await request.PrepareAsync(id, design.Id, EvaluationRequester.Holder, "", viewer, actor, ct));
        DemoStage.Must(await request.FileAsync(id, today.AddDays(-12), "PJ-2026-1120", viewer, actor, ct));
        DemoStage.Must(await request.ReceiveAsync(id, today.AddDays(-10), viewer, actor, ct));
    }

    private async Task AddAsync(DemoRight right, DemoStage stage, DateTimeOffset now, CancellationToken ct)
    {
        var (db, receive) = (stage.Get<CaseworkDbContext>(), stage.Get<ReceiveImage>());
        var shown = catalog.Design(right.Design);
        var (filed, firm, actor) = (right.FiledOn(now), FirmOf(right.Firm), Actor.System(stage.At, "taken over"));
        var design = new Design
        {
            Id = IdOf(right.Design),
            FirmId = DemoFirms.IdOf(right.Firm),
            PatentNumber = $"ZL{DemoNumbers.Of(right.Design, filed.Year)}",
            OwnerName = firm.Name,
            ProductName = shown.Name,
            Use = shown.Use,
            LocarnoClass = shown.LocarnoClass,
            BriefDescription = $"1. 本外观设计产品的名称：{shown.Name}。\n2. 用途：{shown.Use}\n3. 设计要点：{shown.DesignPoints}\n4. 最能表明设计要点的图片：立体图。",
            FiledOn = filed,
            AnnouncedOn = filed.AddDays(24),
            ExpiresOn = DesignTerm.ExpiryOf(filed),
            FeesReduced = right.FeesReduced,
            OwnerCount = 1,
            // The fees of a right that had run for years were settled by its owner, and nobody recorded them here.
            PublishedAt = right.YearsAgo > 1 ? stage.At : new DateTimeOffset(filed.AddDays(24), new TimeOnly(9, 0), ChinaTime.Offset),
        };
        db.Designs.Add(design);
        foreach (var view in shown.Views)
        {
            var picture = DemoStage.Must(await receive.ExecuteAsync(await File.ReadAllBytesAsync(Path.Combine(folder, view.File), ct), Path.GetFileName(view.File), actor, ct));
            db.DesignViews.Add(new DesignView
            {
                Id = Guid.CreateVersion7(stage.At),
                DesignId = design.Id,
                DesignNumber = 1,
                Position = view.Position,
                ImageId = picture.Id,
            });
        }
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = design.Id, At = stage.At });
    }

    private static async Task RecordAsync(DemoStage stage, string key, RightFacts facts, CancellationToken ct)
    {
        var db = stage.Get<CaseworkDbContext>();
        if (await DesignAsync(db, key, ct) is not { } design)
            return;
        var (viewer, actor) = await stage.AsAsync("examiner", ct);
        DemoStage.Must(await stage.Get<RecordRightEntry>().ExecuteAsync(DemoIds.Of($"entry:{key}:{facts.Kind}"), design.Id, facts, null, viewer, actor, ct));
        await db.SaveChangesAsync(ct);
    }

    private static RightFacts Facts(RightEntryKind kind, DateOnly on, string document) =>
        new() { Kind = kind, EffectiveOn = on, DocumentNumber = document, DocumentOn = on };

    private static Task<Design?> DesignAsync(CaseworkDbContext db, string key, CancellationToken ct)
    {
        var id = IdOf(key);
        return db.Designs.SingleOrDefaultAsync(d => d.Id == id, ct);
    }

    private static Guid IdOf(string key) => DemoIds.Of($"right:{key}");

    private static DemoRight Right(string key) => All.Single(r => r.Design == key);

    private static DemoFirm FirmOf(string key) => DemoFirms.All.Single(f => f.Key == key);
}
