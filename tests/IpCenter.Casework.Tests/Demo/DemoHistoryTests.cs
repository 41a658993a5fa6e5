using System.Text.Json.Nodes;
using IpCenter.Casework.Demo;
using IpCenter.Casework.People;
using IpCenter.Casework.Storage;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Tests.Demo;

public sealed class DemoHistoryTests : IDisposable
{
    private static readonly CaseworkSources Sources = CaseworkSources.Read(Repository.PathTo("data"), Repository.PathTo("workflows"));

    private readonly string _folder = Directory.CreateTempSubdirectory("ipcenter-demo-").FullName;

    private string Mark => Path.Combine(_folder, "centre", "demo-history.unfinished");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_history_cut_short_is_begun_anew_and_told_once()
    {
        var pictures = Pictures("wood-stool-01", "wood-board-01");
        using var cut = new CancellationTokenSource();
        await using (await CaseworkHost.StartAsync(Centre()))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PlayAsync(pictures, new CutAtPlaying(cut), cut.Token));
        Assert.True(File.Exists(Mark));

        await using var host = await CaseworkHost.StartAsync(Centre());
        await PlayAsync(pictures, new CutAtPlaying(null), CancellationToken.None);

        Assert.False(File.Exists(Mark));
        Assert.Equal(DemoPeople.All.Count, await host.AskAsync(db => db.Users.CountAsync()));
        var cases = await host.AskAsync(db => db.Cases.ToListAsync());
        Assert.Equal(2, cases.Count);
        Assert.Single(cases, c => c.ClosedAt != null);
        Assert.Equal(1, await host.AskAsync(db => db.Designs.CountAsync()));
    }

    [Fact]
    public async Task A_centre_with_people_in_it_is_left_alone()
    {
        await using var host = await CaseworkHost.StartAsync(Centre());
        await PlayAsync(Pictures("wood-board-01"), new CutAtPlaying(null), CancellationToken.None);
        var before = await host.AskAsync(db => db.AuditEvents.CountAsync());

        await PlayAsync(Pictures("wood-stool-01"), new CutAtPlaying(null), CancellationToken.None);

        Assert.Equal(before, await host.AskAsync(db => db.AuditEvents.CountAsync()));
    }

    [Fact]
    public async Task A_mark_left_behind_never_costs_a_centre_with_real_people_anything()
    {
        await using var host = await CaseworkHost.StartAsync(Centre());
        var person = new Person { Id = Guid.CreateVersion7(CaseworkHost.Monday), UserName = "real", DisplayName = "真人" };
        await host.ChangeAsync(db =>
        {
            db.Users.Add(person);
            return Task.CompletedTask;
        });
        await File.WriteAllTextAsync(Mark, "");

        await PlayAsync(Pictures("wood-board-01"), new CutAtPlaying(null), CancellationToken.None);

        Assert.Equal(person.Id, await host.AskAsync(db => db.Users.Select(p => p.Id).SingleAsync()));
    }

    private string Centre() => Path.Combine(_folder, "centre");

    private Task PlayAsync(string pictures, ILogger log, CancellationToken ct) =>
        DemoSeeding.RunAsync(new StorageOptions { Root = Centre() }, Sources, pictures, CaseworkHost.Monday, log, ct);

    /// <summary>A folder with a few of the demo designs.</summary>
    private string Pictures(params string[] designs)
    {
        var source = Repository.PathTo("data/demo/images");
        var target = Directory.CreateDirectory(Path.Combine(_folder, string.Join('+', designs))).FullName;
        var catalog = JsonNode.Parse(File.ReadAllText(Path.Combine(source, "catalog.json")))!;
        catalog["designs"] = new JsonArray([.. catalog["designs"]!.AsArray().Where(d => designs.Contains((string?)d!["id"])).Select(d => d!.DeepClone())]);
        catalog["screenshots"] = new JsonArray();
        catalog["bad"] = new JsonArray();
        File.WriteAllText(Path.Combine(target, "catalog.json"), catalog.ToJsonString());
        foreach (var design in designs)
        {
            Directory.CreateDirectory(Path.Combine(target, design));
            foreach (var file in Directory.GetFiles(Path.Combine(source, design)))
                File.Copy(file, Path.Combine(target, design, Path.GetFileName(file)));
        }
        return target;
    }

    /// <summary>Kills the playing when it has said that it begins.</summary>
    private sealed class CutAtPlaying(CancellationTokenSource? cut) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 3)
                cut?.Cancel();
        }
    }
}
