using System.Text;
using IpCenter.Casework.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Imports;

/// <summary>Uploads are kept while somebody may need them, and no longer.</summary>
public sealed class ImportRetentionTests
{
    private const string Good = "CF-1,裙,02-02,展会,c.png\n", Bad = "CF-2,衣,99-99,展会,c.png\n";

    [Fact]
    public async Task Pictures_of_refused_rows_are_kept_for_their_days_and_then_the_table_alone()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.RunAsync(await SendAsync(desk, Good + Bad));
        Assert.Equal((ImportState.Finished, 1), (import.State, import.Refused));

        desk.Host.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await ApplyAsync(desk));
        Assert.True(File.Exists(PicturesOf(desk, import.Id)));
        desk.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await ApplyAsync(desk));
        Assert.Equal(0, await ApplyAsync(desk));

        Assert.Equal(["table.csv"], FilesOf(desk, import.Id));
        var again = await desk.ImportAsync($"number,title,class,source,pictures,pictures from\n{Bad.Replace("99-99", "02-02", StringComparison.Ordinal).TrimEnd()},{import.Id}\n");
        Assert.Equal([$"2 PicturesFrom pictures-from.gone {import.Id}"], await desk.ProblemsAsync(again.Id));
    }

    [Fact]
    public async Task A_dry_run_is_carried_out_within_its_days()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var rehearsal = await desk.RunAsync(await SendAsync(desk, Good, isRehearsal: true));
        desk.Host.Clock.Advance(TimeSpan.FromDays(29));
        await ApplyAsync(desk);
        var id = Guid.CreateVersion7();
        await desk.GovernAsync(g => g.CarryOutAsync(rehearsal.Id, id, desk.Admin, default));
        desk.Host.Clock.Advance(TimeSpan.FromDays(29));

        // The rehearsal ended long ago; what follows it has still to be done.
        Assert.Equal(0, await ApplyAsync(desk));
        Assert.Equal(1, (await desk.RunAsync(id)).Pictures);
    }

    [Fact]
    public async Task Nothing_is_taken_away_while_an_import_is_at_work()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.RunAsync(await SendAsync(desk, Bad));
        desk.Host.Clock.Advance(TimeSpan.FromDays(31));
        await desk.StartAsync(desk.Write("number,title,source\n1,盒,展会\n"));

        Assert.Equal(0, await ApplyAsync(desk));
        Assert.True(File.Exists(PicturesOf(desk, import.Id)));
    }

    [Fact]
    public async Task The_same_files_sent_again_bring_back_the_pictures_of_an_import_that_was_stopped()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var archive = ArchiveOf(Good);
        var id = await SendAsync(desk, archive);
        await desk.GovernAsync(g => g.StopAsync(id, desk.Admin, default));
        desk.Host.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await ApplyAsync(desk));
        await desk.GovernAsync(g => g.ContinueAsync(id, desk.Admin, default));
        Assert.Equal("files-gone", (await desk.RunAsync(id)).StopReason);

        Assert.Equal(id, await SendAsync(desk, archive));

        var import = await desk.RunAsync(id);
        Assert.Equal((ImportState.Finished, 1, 1), (import.State, import.Added, import.Pictures));
    }

    [Fact]
    public async Task What_a_killed_process_left_goes_after_a_day_and_what_comes_just_now_stays()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var now = desk.Host.Clock.GetUtcNow().UtcDateTime;
        foreach (var (name, hours) in new[] { ("old", 25), ("new", 23) })
        {
            var received = Directory.CreateDirectory(Path.Combine(desk.Host.Folder, "imports", "incoming", name));
            File.WriteAllText(Path.Combine(received.FullName, "table"), "half");
            File.WriteAllText($"{received.FullName}.tmp", "half an export");
            File.SetLastWriteTimeUtc($"{received.FullName}.tmp", now.AddHours(-hours));
            received.LastWriteTimeUtc = now.AddHours(-hours);
            var nobodys = Directory.CreateDirectory(Path.Combine(desk.Host.Folder, "imports", $"{Guid.CreateVersion7()}"));
            File.WriteAllText(Path.Combine(nobodys.FullName, "table.csv"), name);
            nobodys.LastWriteTimeUtc = now.AddHours(-hours);
        }

        Assert.Equal(3, await ApplyAsync(desk));

        Assert.Equal(["half", "half an export", "new"], Directory.EnumerateFiles(Path.Combine(desk.Host.Folder, "imports"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).Order());
    }

    private static Task<Guid> SendAsync(ImportDesk desk, string rows, bool isRehearsal = false) => SendAsync(desk, ArchiveOf(rows), isRehearsal);

    private static async Task<Guid> SendAsync(ImportDesk desk, byte[] archive, bool isRehearsal = false) =>
        CaseworkHost.Must(await desk.StartAsync(new ImportSource(null, null, desk.Write(archive, "zip"), "展会.zip", null, IsReceived: true), isRehearsal)).Id;

    private static byte[] ArchiveOf(string rows) =>
        ImportDesk.ZipOf(("t.csv", Encoding.UTF8.GetBytes("number,title,class,source,pictures\n" + rows)), ("c.png", ImportDesk.Picture(3)));

    private static Task<int> ApplyAsync(ImportDesk desk)
    {
        using var scope = desk.Host.Scope();
        return scope.ServiceProvider.GetRequiredService<ImportRetention>().ApplyAsync(default);
    }

    private static string PicturesOf(ImportDesk desk, Guid id) => Path.Combine(desk.Host.Folder, "imports", $"{id}", "pictures.zip");

    private static IEnumerable<string?> FilesOf(ImportDesk desk, Guid id) => Directory.EnumerateFiles(Path.GetDirectoryName(PicturesOf(desk, id))!).Select(Path.GetFileName);
}
