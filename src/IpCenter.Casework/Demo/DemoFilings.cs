using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Images;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Demo;

/// <summary>Fills in the applications and reports of the demo from the catalogue of its pictures.</summary>
internal sealed class DemoFilings(DemoCatalog catalog, string folder)
{
    public async Task SubmitAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        await DraftAsync(story, stage, ct);
        var (viewer, actor) = await ApplicantAsync(story, stage, ct);
        await stage.Get<CaseworkDbContext>().SaveChangesAsync(ct);
        DemoStage.Must(await stage.Get<SubmitApplication>().ExecuteAsync(DemoActs.CaseOf(story), viewer, actor, ct));
    }

    public async Task DraftAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await ApplicantAsync(story, stage, ct);
        var id = DemoActs.CaseOf(story);
        var design = catalog.Design(story.Design);
        DemoStage.Must(await stage.Get<StartDraft>().ExecuteAsync(id, DemoFirms.IdOf(story.Firm), viewer, actor, ct));
        await stage.Get<CaseworkDbContext>().SaveChangesAsync(ct);
        DemoStage.Must(await stage.Get<SaveDraft>().ExecuteAsync(id, form => DemoDocuments.Fill(Fill(form, design, story), story, stage.At), "review", viewer, actor, ct));
        // A draft of the demo lacks its last pictures, as drafts do.
        var views = story.Steps[0].Act == DemoAct.Draft ? design.Views.Take(3) : design.Views;
        var flaws = FlawsOf(story);
        await AddAsync(
            id, [.. views.Select(v => flaws.FirstOrDefault(f => f.Position == v.Position) is { } flaw ? v with { File = flaw.File } : v)], stage, viewer, actor, ct);
        await stage.Get<CaseworkDbContext>().SaveChangesAsync(ct);
    }

    public IReadOnlyList<DemoFlaw> FlawsOf(DemoStory story) => catalog.FlawsOf(story.Design);

    /// <summary>Puts the right pictures in the place of the bad ones.</summary>
    public async Task MendAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await ApplicantAsync(story, stage, ct);
        var positions = FlawsOf(story).Select(f => f.Position).ToHashSet();
        await AddAsync(
            DemoActs.CaseOf(story), [.. catalog.Design(story.Design).Views.Where(v => positions.Contains(v.Position))], stage, viewer, actor, ct);
        await stage.Get<CaseworkDbContext>().SaveChangesAsync(ct);
    }

    /// <summary>Reads the pictures of a design at the same time, and adds them one after the other.</summary>
    private async Task AddAsync(Guid id, IReadOnlyList<DemoView> views, DemoStage stage, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var receive = stage.Get<ReceiveImage>();
        var reading = views.Select(async view => await receive.ReadAsync(await ReadAsync(view.File, ct), Path.GetFileName(view.File), ct)).ToList();
        foreach (var (view, read) in views.Zip(reading))
            DemoStage.Must(await stage.Get<AddView>().ExecuteAsync(id, 1, view.Position, () => read, viewer, actor, ct));
    }

    public async Task ReportAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await ApplicantAsync(story, stage, ct);
        var screenshot = catalog.Screenshots.Single(s => s.Id == story.Design);
        var shown = screenshot.Shows.Count == 0 ? null : screenshot.Shows[0];
        var design = shown is null ? null : await stage.Get<CaseworkDbContext>().Set<Design>()
            .FirstOrDefaultAsync(d => d.ApplicationId == DemoIds.Of($"case:{shown}"), ct);
        DemoStage.Must(await stage.Get<SubmitReport>().ExecuteAsync(new ReportInput
        {
            Id = DemoActs.CaseOf(story),
            FirmId = DemoFirms.IdOf(story.Firm),
            Platform = "other",
            LinkOrRoom = $"{screenshot.Platform} 直播间 {screenshot.Room}",
            Account = screenshot.Account,
            SeenAt = stage.At.AddMinutes(-12),
            Description = "主播正在讲解并上架销售，外形、结构和图案与我店登记的外观设计相同，价格低一半。",
            OwnDesignId = design?.FirmId == DemoFirms.IdOf(story.Firm) ? design.Id : null,
            DeclaredTrue = true,
            DeviceTime = stage.At.AddSeconds(-3),
            Files = [new ReportFile(Path.GetFileName(screenshot.File), await ReadAsync(screenshot.File, ct))],
        }, viewer, actor, ct));
    }

    private static ApplicationForm Fill(ApplicationForm form, DemoDesign design, DemoStory story) => form with
    {
        ProductName = design.Name,
        Shape = ProductShape.ThreeDimensional,
        LocarnoClass = design.LocarnoClass,
        Brief = new BriefDescriptionFacts
        {
            ProductName = design.Name,
            Use = design.Use,
            DesignPoints = design.DesignPoints,
            DesignatedView = "立体图",
            ColourClaimed = design.ColourClaimed,
            EndlessPattern = EndlessPattern.None,
        },
        Disclosure = new DisclosureFacts { IsAnswered = true, Kind = DisclosureKind.None },
        Designers = [new DesignerFacts(DemoFirms.All.Single(f => f.Key == story.Firm).Contact)],
        Promised = true,
    };

    private static async Task<(Viewer Viewer, Actor Actor)> ApplicantAsync(DemoStory story, DemoStage stage, CancellationToken ct) =>
        await stage.ForFirmAsync(story, ct);

    private Task<byte[]> ReadAsync(string file, CancellationToken ct) => File.ReadAllBytesAsync(Path.Combine(folder, file), ct);
}
