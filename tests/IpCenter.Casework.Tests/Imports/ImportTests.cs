using System.Text;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Imports;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Casework.Storage;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Imports;

public sealed class ImportTests
{
    private const string Two = "number,title,class,source,pictures\nZL202430112233.5,首饰盒,09-03,公报,主视图=a.png; 立体图=b.png\nCF-1,裙,02-02,展会,c.png\n";

    [Fact]
    public async Task The_example_of_the_documentation_is_imported_and_found()
    {
        await using var desk = await ImportDesk.OpenAsync();
        desk.AddPictures("box-front.png", "box-perspective.png", "casket.png", "skirt-1.png", "skirt-2.png");

        var import = await desk.ImportFileAsync(Repository.PathTo("docs/examples/prior-designs.csv"), desk.PictureFolder);

        Assert.Empty(await desk.ProblemsAsync(import.Id));
        Assert.Equal((ImportState.Finished, 3, 5), (import.State, import.Added, import.Pictures));
        var designs = await desk.DesignsAsync();
        Assert.Equal(["ZL202430112233.5", "CF-2026-118", "008765432-0001"], designs.Select(d => d.PatentNumber));
        Assert.Equal(
            (new DateOnly(2039, 3, 1), DesignStatus.InForce, true, "1. 本外观设计产品的名称：木质首饰盒。\n2. 设计要点：在于形状与图案的结合。"),
            (designs[0].ExpiresOn, designs[0].Status, designs[0].IsChinesePatent, designs[0].BriefDescription.ReplaceLineEndings("\n")));
        Assert.Equal((null, null, DesignStatus.PriorDesign, ""), (designs[1].FiledOn, designs[1].ExpiresOn, designs[1].Status, designs[1].OwnerName));
        Assert.Equal(
            ["Front", "Perspective", "", "", ""],
            (await desk.ViewsAsync()).OrderBy(v => designs.FindIndex(d => d.Id == v.DesignId)).ThenBy(v => v.Order).Select(v => v.Position));

        await using var scope = desk.Host.Scope();
        var index = scope.ServiceProvider.GetRequiredService<DesignIndex>();
        await index.CatchUpAsync(default);
        Assert.Equal(3, index.Index.Count);
    }

    [Fact]
    public async Task Originals_are_kept_byte_for_byte()
    {
        await using var desk = await ImportDesk.OpenAsync();
        desk.AddPicture("c.png", 7);

        await desk.ImportAsync("number,title,source,pictures\nCF-1,裙,展会,c.png\n", desk.PictureFolder);

        var sha256 = await desk.Host.AskAsync(db => db.Images.Select(i => i.Sha256).SingleAsync());
        await using var scope = desk.Host.Scope();
        Assert.Equal(ImportDesk.Picture(7), await scope.ServiceProvider.GetRequiredService<OriginalsVault>().ReadAsync(sha256, default));
    }

    [Fact]
    public async Task The_same_table_again_changes_nothing_and_says_so()
    {
        await using var desk = await DeskWithPicturesAsync();
        await desk.ImportAsync(Two, desk.PictureFolder);
        var changes = await desk.ChangesAsync();

        var again = await desk.ImportAsync(Two, desk.PictureFolder);

        Assert.Equal((0, 0, 2, 0, 0), (again.Added, again.Changed, again.Unchanged, again.Refused, again.Pictures));
        Assert.Equal(changes, await desk.ChangesAsync());
        Assert.Equal(3, await desk.Host.AskAsync(db => db.Images.CountAsync()));
    }

    [Fact]
    public async Task A_changed_row_updates_its_design_and_views_and_goes_to_the_search_feed()
    {
        await using var desk = await DeskWithPicturesAsync();
        await desk.ImportAsync(Two, desk.PictureFolder);
        var design = (await desk.DesignsAsync())[0];
        var front = (await desk.ViewsAsync()).Single(v => v.Position == "Front").ImageId;
        desk.AddPicture("d.png", 9);

        var second = await desk.ImportAsync(Two.Replace("首饰盒", "珠宝盒", StringComparison.Ordinal).Replace("立体图=b.png", "后视图=d.png", StringComparison.Ordinal), desk.PictureFolder);

        Assert.Equal((1, 1, 1), (second.Changed, second.Unchanged, second.Pictures));
        var changed = (await desk.DesignsAsync())[0];
        Assert.Equal((design.Id, "珠宝盒"), (changed.Id, changed.ProductName));
        var views = (await desk.ViewsAsync()).Where(v => v.DesignId == design.Id).ToList();
        Assert.Equal(["Front", "Back"], views.Select(v => v.Position));
        Assert.Equal(front, views[0].ImageId);
        Assert.Equal(
            (IndexedKind.Design, design.Id),
            await desk.Host.AskAsync(async db => await db.IndexedChanges.OrderByDescending(c => c.Sequence).Select(c => new { c.Kind, c.SubjectId }).FirstAsync() is var last ? (last.Kind, last.SubjectId) : default));
    }

    [Fact]
    public async Task Columns_that_a_table_does_not_have_leave_what_is_known()
    {
        await using var desk = await DeskWithPicturesAsync();
        await desk.ImportAsync(Two, desk.PictureFolder);

        var second = await desk.ImportAsync("number,title,owner\nZL202430112233.5,首饰盒,甲公司\n");

        var design = (await desk.DesignsAsync())[0];
        Assert.Equal((1, "甲公司", "09-03", "公报"), (second.Changed, design.OwnerName, design.LocarnoClass, design.Source));
        Assert.Equal(2, (await desk.ViewsAsync()).Count(v => v.DesignId == design.Id));
    }

    [Fact]
    public async Task The_centres_own_granted_design_is_never_overwritten()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.Host.ChangeAsync(db =>
        {
            db.Designs.Add(new Design
            {
                Id = Guid.CreateVersion7(),
                ApplicationId = Guid.CreateVersion7(),
                PatentNumber = "ZL202430112233.5",
                OwnerName = "本中心商户",
                ProductName = "首饰盒",
                Use = "",
                LocarnoClass = "09-03",
                BriefDescription = "",
                FiledOn = null,
                AnnouncedOn = null,
                ExpiresOn = null,
                PublishedAt = CaseworkHost.Monday,
            });
            return Task.CompletedTask;
        });

        var import = await desk.ImportAsync("number,title,owner\nZL202430112233.5,别的,别人\n");

        Assert.Equal(1, import.Refused);
        Assert.Contains("2 Number number.own ZL202430112233.5", await desk.ProblemsAsync(import.Id));
        Assert.Equal("本中心商户", (await desk.DesignsAsync()).Single().OwnerName);
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        await using var desk = await DeskWithPicturesAsync();
        await desk.ImportAsync(Two.Split('\n')[0] + "\n" + Two.Split('\n')[1] + "\n", desk.PictureFolder);
        var changes = await desk.ChangesAsync();

        var rehearsal = await desk.ImportAsync(Two.Replace("首饰盒", "珠宝盒", StringComparison.Ordinal) + "CF-2,坏,展会,,none.png\n", desk.PictureFolder, isRehearsal: true);

        Assert.Equal((1, 1, 1), (rehearsal.Added, rehearsal.Changed, rehearsal.Refused));
        Assert.Equal(["首饰盒"], (await desk.DesignsAsync()).Select(d => d.ProductName));
        Assert.Equal((changes, 2), (await desk.ChangesAsync(), await desk.Host.AskAsync(db => db.Images.CountAsync())));

        var id = Guid.CreateVersion7();
        await desk.GovernAsync(g => g.CarryOutAsync(rehearsal.Id, id, desk.Admin, default));
        var done = await desk.RunAsync(id);
        Assert.Equal((1, 1, 1), (done.Added, done.Changed, done.Refused));
        Assert.Equal(["珠宝盒", "裙"], (await desk.DesignsAsync()).Select(d => d.ProductName));
    }

    [Fact]
    public async Task Refused_rows_come_back_as_a_table_that_is_corrected_and_sent_again_by_itself()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var zip = desk.Zip(("t.csv", Encoding.UTF8.GetBytes("number,title,class,source,pictures\nCF-1,=裙,02-02,展会,c.png\nCF-2,\"衣,裳\",99-99,展会,c.png\n")), ("c.png", ImportDesk.Picture(3)));
        var first = await desk.RunAsync(CaseworkHost.Must(await desk.StartArchiveAsync(zip)).Id);
        Assert.Equal((1, 1), (first.Added, first.Refused));

        var text = await RefusedAsync(desk, first);

        Assert.Equal(
            $"number,title,class,source,pictures,pictures from,problems\nCF-2,\"衣,裳\",99-99,展会,c.png,{first.Id},class.unknown\n", text);
        var second = await desk.ImportAsync(text.Replace("99-99", "02-02", StringComparison.Ordinal));
        Assert.Equal((1, 0, 1), (second.Added, second.Refused, second.Pictures));
        Assert.Equal(["=裙", "衣,裳"], (await desk.DesignsAsync()).Select(d => d.ProductName));
    }

    [Fact]
    public async Task Cells_beyond_the_heading_come_back_with_their_row_and_sent_as_they_are_it_is_refused_again()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await desk.ImportAsync("number,title,source\nCF-1,衣,裳,展会\n");

        var text = await RefusedAsync(desk, first);

        Assert.Equal("number,title,source,pictures from,problems\nCF-1,衣,裳,,row.too-many-columns,展会\n", text);
        Assert.Equal(1, (await desk.ImportAsync(text)).Refused);
    }

    [Fact]
    public async Task An_undo_takes_back_what_was_added_and_restores_what_was_changed()
    {
        await using var desk = await DeskWithPicturesAsync();
        await desk.ImportAsync(Two.Split('\n')[0] + "\n" + Two.Split('\n')[1] + "\n", desk.PictureFolder);
        var second = await desk.ImportAsync(Two.Replace("首饰盒", "珠宝盒", StringComparison.Ordinal).Replace("; 立体图=b.png", "", StringComparison.Ordinal), desk.PictureFolder);
        Assert.Equal((1, 1), (second.Added, second.Changed));

        await desk.GovernAsync(g => g.UndoAsync(second.Id, desk.Admin, default));
        var undone = await desk.RunAsync(second.Id);

        Assert.Equal((ImportState.Undone, 2, 0), (undone.State, undone.TakenBack, undone.KeptBack));
        var design = (await desk.DesignsAsync()).Single();
        Assert.Equal(("首饰盒", "ZL202430112233.5"), (design.ProductName, design.PatentNumber));
        Assert.Equal(["Front", "Perspective"], (await desk.ViewsAsync()).Select(v => v.Position));
    }

    [Fact]
    public async Task An_undo_leaves_what_a_later_import_changed()
    {
        await using var desk = await DeskWithPicturesAsync();
        var first = await desk.ImportAsync(Two, desk.PictureFolder);
        await desk.ImportAsync("number,title,source\nCF-1,长裙,展会\n");

        await desk.GovernAsync(g => g.UndoAsync(first.Id, desk.Admin, default));
        var undone = await desk.RunAsync(first.Id);

        Assert.Equal((1, 1), (undone.TakenBack, undone.KeptBack));
        Assert.Equal(["长裙"], (await desk.DesignsAsync()).Select(d => d.ProductName));
    }

    [Fact]
    public async Task Every_job_has_its_actor_and_one_entry_for_each_act_not_for_each_row()
    {
        await using var desk = await DeskWithPicturesAsync();
        var import = await desk.ImportAsync(Two, desk.PictureFolder);
        await desk.GovernAsync(g => g.UndoAsync(import.Id, desk.Admin, default));
        await desk.RunAsync(import.Id);

        var entries = await desk.Host.AskAsync(db => db.AuditEvents.OrderBy(e => e.Sequence).Select(e => e.ActorName + " " + e.Action).ToListAsync());

        Assert.Equal(
            ["管理员 designs.import-started", "管理员 designs.import-finished", "管理员 designs.import-undo-started", "管理员 designs.import-undone"], entries);
    }

    internal static async Task<ImportDesk> DeskWithPicturesAsync()
    {
        var desk = await ImportDesk.OpenAsync();
        desk.AddPictures("a.png", "b.png", "c.png");
        return desk;
    }

    private static async Task<string> RefusedAsync(ImportDesk desk, DesignImport import)
    {
        await using var scope = desk.Host.Scope();
        var text = new StringBuilder();
        await foreach (var row in scope.ServiceProvider.GetRequiredService<RefusedRows>().TableAsync(import, r => string.Join("; ", r.Problems.Select(p => p.Code)), default))
            text.AppendJoin(',', row.Select(CsvText.Cell)).Append('\n');
        return text.ToString();
    }
}
