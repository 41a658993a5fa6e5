using System.Text;
using IpCenter.Casework.Imports;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tests.Imports;

/// <summary>Killed, stopped or out of room at any point, an import goes on where it was: nothing twice, nothing lost.</summary>
public sealed class InterruptedImportTests
{
    private const int Rows = 9;

    [Fact]
    public async Task Killed_between_saves_it_goes_on_after_the_last_row_that_was_saved()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);
        using var kill = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.RunAsync(id, import =>
        {
            if (import.RowsDone == 4)
                kill.Cancel();
        }, kill.Token));
        Assert.Equal(4, (await desk.DesignsAsync()).Count);
        await desk.RestartAsync(TimeSpan.Zero);
        var import = await desk.RunAsync(id);

        await AssertWholeAsync(desk, import);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_save_nothing_of_that_save_is_there_and_it_is_done_again()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);
        // The sixth design of the table breaks the transaction off after parts of it were written.
        await desk.Host.ChangeAsync(async db => await db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER break_off BEFORE INSERT ON DesignViews WHEN (SELECT PatentNumber FROM Designs WHERE Id = NEW.DesignId) = 'CF-6' BEGIN SELECT RAISE(ABORT, 'killed'); END"));

        var broken = await desk.RunAsync(id);

        Assert.Equal((ImportState.Stopped, "unexpected", 4), (broken.State, broken.StopReason, broken.RowsDone));
        Assert.Equal(["CF-1", "CF-2", "CF-3", "CF-4"], (await desk.DesignsAsync()).Select(d => d.PatentNumber));
        Assert.Equal(4, await desk.Host.AskAsync(db => db.Images.CountAsync()));

        await desk.Host.ChangeAsync(async db => await db.Database.ExecuteSqlRawAsync("DROP TRIGGER break_off"));
        await desk.RestartAsync(TimeSpan.Zero);
        await desk.GovernAsync(g => g.ContinueAsync(id, desk.Admin, default));
        await AssertWholeAsync(desk, await desk.RunAsync(id));
    }

    [Fact]
    public async Task A_process_that_died_holds_the_import_until_its_lease_ends()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);
        await desk.Host.ChangeAsync(async db =>
        {
            var import = await db.DesignImports.SingleAsync();
            (import.Lease, import.LeasedUntil) = (Guid.CreateVersion7(), desk.Host.Clock.GetUtcNow() + ImportRunner.LeaseTime);
        });

        Assert.Equal(0, (await desk.RunAsync(id)).RowsDone);
        await desk.RestartAsync(ImportRunner.LeaseTime + TimeSpan.FromSeconds(1));
        await AssertWholeAsync(desk, await desk.RunAsync(id));
    }

    [Fact]
    public async Task Who_lost_the_lease_saves_nothing_more()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);
        var other = Guid.CreateVersion7();

        var import = await desk.RunAsync(id, now =>
        {
            if (now.RowsDone == 4)
                desk.Host.ChangeAsync(async db => (await db.DesignImports.SingleAsync()).Lease = other).GetAwaiter().GetResult();
        });

        Assert.Equal((4, other, ImportState.Running), (import.RowsDone, import.Lease, import.State));
        Assert.Equal(4, (await desk.DesignsAsync()).Count);
    }

    [Fact]
    public async Task A_person_stops_it_after_the_rows_in_hand_and_continues_it()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);

        var stopped = await desk.RunAsync(id, import =>
        {
            if (import.RowsDone == 2)
                desk.GovernAsync(g => g.StopAsync(id, desk.Admin, default)).GetAwaiter().GetResult();
        });

        Assert.Equal((ImportState.Stopped, null, 4), (stopped.State, stopped.StopReason, stopped.RowsDone));
        await desk.GovernAsync(g => g.ContinueAsync(id, desk.Admin, default));
        await AssertWholeAsync(desk, await desk.RunAsync(id));
        Assert.Equal(1, await desk.Host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "designs.import-stopped")));
    }

    [Fact]
    public async Task Nobody_runs_it_yet_and_it_is_stopped_at_once()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);

        await desk.GovernAsync(g => g.StopAsync(id, desk.Admin, default));

        Assert.Equal((ImportState.Stopped, 0), ((await desk.RunAsync(id)).State, (await desk.DesignsAsync()).Count));
    }

    [Fact]
    public async Task The_same_files_sent_again_go_on_with_what_was_not_finished()
    {
        await using var desk = await DeskAsync();
        var table = desk.Write(Table());
        var id = CaseworkHost.Must(await desk.StartAsync(table, desk.PictureFolder)).Id;
        await desk.GovernAsync(g => g.StopAsync(id, desk.Admin, default));

        var again = CaseworkHost.Must(await desk.StartAsync(table, desk.PictureFolder));

        Assert.Equal(id, again.Id);
        await AssertWholeAsync(desk, await desk.RunAsync(id));
    }

    [Fact]
    public async Task Before_the_disk_is_full_it_stops_and_says_why()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);
        var most = desk.Option(o => o.MinFreeBytes);
        desk.Option(o => o.MinFreeBytes = long.MaxValue);

        var stopped = await desk.RunAsync(id);

        Assert.Equal((ImportState.Stopped, "disk-full", 0), (stopped.State, stopped.StopReason, stopped.RowsDone));
        Assert.Equal("import.disk-full", (await desk.StartAsync(desk.Write(Table("X-")))).Violations.Single().Code);
        desk.Option(o => o.MinFreeBytes = most);
        await desk.GovernAsync(g => g.ContinueAsync(id, desk.Admin, default));
        await AssertWholeAsync(desk, await desk.RunAsync(id));
    }

    [Fact]
    public async Task Pictures_that_are_gone_stop_it_and_refuse_no_row()
    {
        await using var desk = await DeskAsync();
        var id = await StartAsync(desk);
        Directory.Move(desk.PictureFolder, desk.PictureFolder + "-away");

        var stopped = await desk.RunAsync(id);

        Assert.Equal((ImportState.Stopped, "files-gone", 0), (stopped.State, stopped.StopReason, stopped.Refused));
    }

    private static async Task<ImportDesk> DeskAsync()
    {
        var desk = await ImportDesk.OpenAsync();
        desk.Option(o => o.RowsPerSave = 2);
        for (var row = 1; row <= Rows; row++)
            desk.AddPicture($"{row}.png", row);
        return desk;
    }

    private static string Table(string prefix = "CF-")
    {
        var text = new StringBuilder("number,title,source,pictures\n");
        for (var row = 1; row <= Rows; row++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{row},裙,展会,{row}.png\n");
        return text.ToString();
    }

    private static async Task<Guid> StartAsync(ImportDesk desk)
    {
        var id = CaseworkHost.Must(await desk.StartAsync(desk.Write(Table()), desk.PictureFolder)).Id;
        // A restart reads the options anew.
        desk.Option(o => o.RowsPerSave = 2);
        return id;
    }

    private static async Task AssertWholeAsync(ImportDesk desk, DesignImport import)
    {
        Assert.Equal((ImportState.Finished, Rows, Rows, 0, Rows), (import.State, import.RowsDone, import.Added, import.Refused, import.Pictures));
        Assert.Equal(Enumerable.Range(1, Rows).Select(row => $"CF-{row}"), (await desk.DesignsAsync()).Select(d => d.PatentNumber));
        Assert.Equal(Rows, (await desk.ViewsAsync()).Count);
        Assert.Equal(Rows, await desk.Host.AskAsync(db => db.Images.CountAsync()));
        Assert.Equal(Rows, await desk.ChangesAsync());
        Assert.Equal(Enumerable.Range(1, Rows), await desk.Host.AskAsync(db => db.DesignImportRows.OrderBy(r => r.Row).Select(r => r.Row).ToListAsync()));
    }
}
