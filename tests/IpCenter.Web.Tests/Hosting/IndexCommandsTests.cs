using IpCenter.Web.Hosting;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Register;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Hosting;

/// <summary>The search index from the command line: beside a running application, and on a copy of its folder that nobody runs.</summary>
public sealed class IndexCommandsTests(WebFactory factory) : IClassFixture<WebFactory>, IAsyncLifetime, IDisposable
{
    private static readonly SemaphoreSlim Once = new(1);
    private static bool _isPublished;

    private readonly string _folder = Directory.CreateTempSubdirectory("ipcenter-reindex-").FullName;
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    private string Root => $"--Storage:Root={_folder}";

    [Fact]
    public async Task While_the_application_runs_its_index_is_checked_but_not_built_again()
    {
        var running = $"--Storage:Root={factory.Storage}";

        Assert.Equal(0, await RunAsync("verify-index", running));
        Assert.Contains("generation-0001: 2 documents in ", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("It is sound and up to date.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync("reindex", "--force", running));
        Assert.Contains($"is in use by process {Environment.ProcessId} since ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("on the page /admin", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_is_built_from_the_database_and_again_only_when_that_is_needed_or_wanted()
    {
        Assert.Equal(1, await RunAsync("verify-index", Root));
        Assert.StartsWith("There is no index in ", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("reindex", Root));
        Assert.StartsWith("0 of 2 documents\n2 of 2 documents, ", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("The index was built again: 2 documents, at position ", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("verify-index", Root));

        Assert.Equal(0, await RunAsync("reindex", Root));
        Assert.StartsWith("The index is sound and up to date, 2 documents.", _output.ToString(), StringComparison.Ordinal);
        var before = Generation;
        Assert.Equal(0, await RunAsync("reindex", "--force", Root));
        Assert.NotEqual(before, Generation);
    }

    [Fact]
    public async Task A_changed_byte_is_told_with_file_and_place_and_mended()
    {
        await RunAsync("reindex", Root);
        var segment = Directory.GetFiles(Path.Combine(_folder, "index", Generation), "*.segment")[0];
        using (var file = new FileStream(segment, FileMode.Open))
        {
            file.Position = 5000;
            var old = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)~old);
        }

        Assert.Equal(1, await RunAsync("verify-index", Root));
        Assert.StartsWith($"{Path.GetFileName(segment)}: the checksum of the block at byte 0 does not fit\nProblems: 1.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("reindex", Root));
        Assert.Equal(0, await RunAsync("verify-index", Root));
    }

    [Fact]
    public async Task An_index_that_knows_more_than_the_database_is_told()
    {
        await RunAsync("reindex", Root);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "ipcenter.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM IndexedChanges WHERE Sequence = (SELECT MAX(Sequence) FROM IndexedChanges)";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(1, await RunAsync("verify-index", Root));
        Assert.Contains("the database is older than the index", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_before_it_is_done_the_index_before_stays()
    {
        await RunAsync("reindex", Root);
        var before = Generation;
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        Assert.Equal(1, await IndexCommands.TryRunAsync(["reindex", "--force", Root], _output, _errors, ended.Token));

        Assert.Contains("The index before stays in use.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Generation);
        Assert.Equal(0, await RunAsync("verify-index", Root));
    }

    [Theory]
    [InlineData("verify-index", "--force", "reads every file of the search index")]
    [InlineData("reindex", "everything", "reads every file of the search index")]
    [InlineData("reindex", "--Storage:Root=/nowhere/at/all", "/nowhere/at/all")]
    public async Task What_cannot_be_done_is_explained(string command, string option, string expected)
    {
        Assert.Equal(2, await RunAsync(command, option));
        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_failure_and_other_arguments_are_the_applications()
    {
        Assert.Equal(0, await RunAsync("reindex", "--help"));
        Assert.Contains("Status 0: done", _output.ToString(), StringComparison.Ordinal);
        Assert.Null(await IndexCommands.TryRunAsync(["--urls=http://*"], _output, _errors, CancellationToken.None));
    }

    /// <summary>A copy of what the index is built from.</summary>
    public async Task InitializeAsync()
    {
        await Once.WaitAsync();
        if (!_isPublished)
        {
            await factory.PublishAsync("ZL202630000021.1", "首饰盒", 21);
            await factory.PublishAsync("ZL202630000022.X", "灯笼", 22);
        }
        _isPublished = true;
        Once.Release();
        var copy = Path.Combine(_folder, "ipcenter.db");
        await factory.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        foreach (var file in Directory.GetFiles(Path.Combine(factory.Storage, "features"), "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(_folder, Path.GetRelativePath(factory.Storage, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    private string Generation => File.ReadAllText(Path.Combine(_folder, "index", "current"));

    private async Task<int?> RunAsync(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        return await IndexCommands.TryRunAsync(arguments, _output, _errors, CancellationToken.None);
    }
}
