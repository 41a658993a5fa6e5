using System.IO.Compression;
using System.Text;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Imports;
using IpCenter.Casework.Results;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Tests.Imports;

/// <summary>A centre, and a folder with the files that it is sent.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcenter-import-").FullName;
    private int _next;

    private ImportDesk(CaseworkHost host) => Host = host;

    public CaseworkHost Host { get; private set; }

    public string PictureFolder => Directory.CreateDirectory(Path.Combine(_folder, "pictures")).FullName;

    public static async Task<ImportDesk> OpenAsync() => new(await CaseworkHost.StartAsync());

    /// <summary>A small picture of its own.</summary>
    public static byte[] Picture(int seed, int side = 0) => Pictures.Product(seed, side, size: 160);

    public void AddPicture(string name, int seed, int side = 0)
    {
        var path = Path.Combine(PictureFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Picture(seed, side));
    }

    /// <summary>Each has a picture of its own.</summary>
    public void AddPictures(params string[] names)
    {
        foreach (var (at, name) in names.Index())
            AddPicture(name, at);
    }

    public string Write(string text, Encoding? encoding = null) => Write((encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray());

    public string Write(byte[] bytes, string ending = "csv")
    {
        var path = Path.Combine(_folder, $"file-{++_next}.{ending}");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Zip(params (string Name, byte[] Bytes)[] entries) => Write(ZipOf(entries), "zip");

    public static byte[] ZipOf(params (string Name, byte[] Bytes)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
                using (var stream = zip.CreateEntry(name).Open())
                    stream.Write(bytes);
        return memory.ToArray();
    }

    public Task<Result<DesignImport>> StartAsync(string table, string? folder = null, bool isRehearsal = false) =>
        StartAsync(new ImportSource(table, Path.GetFileName(table), null, null, folder, IsReceived: false), isRehearsal);

    public Task<Result<DesignImport>> StartArchiveAsync(string archive, string? table = null) =>
        StartAsync(new ImportSource(table, null, archive, Path.GetFileName(archive), null, IsReceived: false));

    public async Task<Result<DesignImport>> StartAsync(ImportSource source, bool isRehearsal = false)
    {
        await using var scope = Host.Scope();
        var made = await scope.ServiceProvider.GetRequiredService<StartImport>().ExecuteAsync(Guid.CreateVersion7(), source, isRehearsal, Admin, default);
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return made;
    }

    public Actor Admin => new(null, "管理员", Host.Clock.GetUtcNow());

    /// <summary>Imports a table to its end.</summary>
    public Task<DesignImport> ImportAsync(string text, string? folder = null, bool isRehearsal = false) => ImportFileAsync(Write(text), folder, isRehearsal);

    public async Task<DesignImport> ImportFileAsync(string table, string? folder = null, bool isRehearsal = false) =>
        await RunAsync(CaseworkHost.Must(await StartAsync(table, folder, isRehearsal)).Id);

    public async Task<DesignImport> RunAsync(Guid id, Action<DesignImport>? told = null, CancellationToken ct = default)
    {
        await using (var scope = Host.Scope())
            await scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(id, told ?? (_ => { }), ct);
        return await Host.AskAsync(db => db.DesignImports.AsNoTracking().SingleAsync(i => i.Id == id));
    }

    public async Task<DesignImport> GovernAsync(Func<GovernImport, Task<Result<DesignImport>>> act)
    {
        await using var scope = Host.Scope();
        var import = CaseworkHost.Must(await act(scope.ServiceProvider.GetRequiredService<GovernImport>()));
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return import;
    }

    public T Option<T>(Func<ImportOptions, T> change)
    {
        using var scope = Host.Scope();
        return change(scope.ServiceProvider.GetRequiredService<IOptions<ImportOptions>>().Value);
    }

    /// <summary>What was said about the rows: <c>line column code arguments</c>.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(Guid id) => [.. (await Host.AskAsync(db => db.DesignImportRows.AsNoTracking()
        .Where(r => r.ImportId == id).OrderBy(r => r.Row).ToListAsync()))
        .SelectMany(r => r.Problems.Select(p => string.Join(' ', ((string?[])[$"{r.Line}", $"{p.Column}", p.Code, p.Value, .. p.Arguments]).Where(s => !string.IsNullOrEmpty(s)))))];

    public Task<List<Design>> DesignsAsync() => Host.AskAsync(db => db.Designs.AsNoTracking().OrderBy(d => d.Numbering).ThenBy(d => d.PatentNumber).ToListAsync());

    public Task<List<DesignView>> ViewsAsync() => Host.AskAsync(async db => (await db.DesignViews.AsNoTracking().Where(v => v.ReplacedAt == null).ToListAsync()).InOrder().ToList());

    public Task<int> ChangesAsync() => Host.AskAsync(db => db.IndexedChanges.CountAsync());

    /// <summary>The process dies and another begins on the same folder.</summary>
    public async Task RestartAsync(TimeSpan after)
    {
        Host.Clock.Advance(after);
        Host = await CaseworkHost.StartAsync(Host.Folder, Host.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        var folder = Host.Folder;
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
