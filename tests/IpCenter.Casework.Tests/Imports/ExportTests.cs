using IpCenter.Casework.Designs;
using IpCenter.Casework.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Imports;

public sealed class ExportTests
{
    private const string Three =
        "number,title,class,owner,use,brief,filed,announced,status,source,pictures\n"
        + "ZL202430112233.5,=SUM(A1),09-03,\"甲, \"\"乙\"\"\",用途,\"一\n二\",2024-03-01,2024-09-10,有效,公报 37,设计1主视图=a.png; 设计2主视图=b.png\n"
        + "CF/1;x,裙,,,,,,,,展会,c.png; a.png\nCF-2,无图,,,,,,,,展会,\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_exported_is_imported_elsewhere_as_the_same(bool english)
    {
        await using var desk = await ImportTests.DeskWithPicturesAsync();
        Assert.Equal(3, (await desk.ImportAsync(Three, desk.PictureFolder)).Added);
        await using var other = await ImportDesk.OpenAsync();

        var archive = await ArchiveAsync(desk, english);
        var import = await other.RunAsync(CaseworkHost.Must(await other.StartArchiveAsync(other.Write(archive, "zip"))).Id);

        Assert.Empty(await other.ProblemsAsync(import.Id));
        Assert.Equal(3, import.Added);
        Assert.Equal((await desk.DesignsAsync()).Select(Facts), (await other.DesignsAsync()).Select(Facts));
        Assert.Equal(await ShownAsync(desk), await ShownAsync(other));
        // And where it came from, nothing of it is new.
        Assert.Equal(3, (await desk.RunAsync(CaseworkHost.Must(await desk.StartArchiveAsync(desk.Write(archive, "zip"))).Id)).Unchanged);
    }

    [Fact]
    public async Task A_table_without_pictures_read_again_leaves_everything_as_it_is()
    {
        await using var desk = await ImportTests.DeskWithPicturesAsync();
        await desk.ImportAsync(Three, desk.PictureFolder);

        using var table = new MemoryStream();
        await using (var scope = desk.Host.Scope())
            Assert.Equal(3, await scope.ServiceProvider.GetRequiredService<ExportDesigns>().WriteTableAsync(table, english: false, default));
        var again = await desk.ImportFileAsync(desk.Write(table.ToArray()));

        Assert.Equal(3, again.Unchanged);
        Assert.Contains("'=SUM(A1)", System.Text.Encoding.UTF8.GetString(table.ToArray()), StringComparison.Ordinal);
        Assert.Equal(4, (await desk.ViewsAsync()).Count);
    }

    [Fact]
    public async Task An_unpublished_design_is_never_in_an_export()
    {
        await using var centre = await SampleCentre.StartAsync();
        await centre.FileAsync(seed: 1);

        await using var scope = centre.Scope();
        var export = scope.ServiceProvider.GetRequiredService<ExportDesigns>();
        using var table = new MemoryStream();

        Assert.Equal((0, 0, 0L), await export.CountAsync(default));
        Assert.Equal(0, await export.WriteTableAsync(table, english: true, default));
        Assert.DoesNotContain("首饰盒", System.Text.Encoding.UTF8.GetString(table.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_registers_are_written_page_by_page_without_gaps()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var numbers = Enumerable.Range(0, 450).Select(n => $"{n:0000}").ToList();
        await desk.ImportAsync("number,title,source\n" + string.Concat(numbers.Select(n => $"{n},裙,展会{n[^1]}\n")));

        using var table = new MemoryStream();
        await using var scope = desk.Host.Scope();
        await scope.ServiceProvider.GetRequiredService<ExportDesigns>().WriteTableAsync(table, english: true, default);

        var lines = System.Text.Encoding.UTF8.GetString(table.ToArray()).TrimEnd().Split("\r\n");
        Assert.Equal(numbers, lines.Skip(1).Select(l => l.Split(',')[0]).Order());
    }

    private static async Task<byte[]> ArchiveAsync(ImportDesk desk, bool english)
    {
        using var archive = new MemoryStream();
        await using (var scope = desk.Host.Scope())
            await scope.ServiceProvider.GetRequiredService<ExportDesigns>().WriteArchiveAsync(archive, english, default);
        return archive.ToArray();
    }

    private static object Facts(Design d) => (
        (d.Numbering, d.PatentNumber, d.ProductName, d.LocarnoClass, d.OwnerName, d.Use), (d.BriefDescription, d.FiledOn, d.AnnouncedOn, d.ExpiresOn, d.Status, d.Source));

    private static async Task<List<string>> ShownAsync(ImportDesk desk) => await desk.Host.AskAsync(async db => (await (
        from view in db.DesignViews
        join design in db.Designs on view.DesignId equals design.Id
        join image in db.Images on view.ImageId equals image.Id
        orderby design.Numbering, design.PatentNumber, view.DesignNumber, view.Order
        select new { design.PatentNumber, view.DesignNumber, view.Position, image.Sha256 }).ToListAsync())
        .ConvertAll(v => $"{v.PatentNumber} {v.DesignNumber} {v.Position} {v.Sha256}"));
}
