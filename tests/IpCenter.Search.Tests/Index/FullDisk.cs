using System.Runtime.InteropServices;
using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

/// <summary>
/// What another process does for <see cref="FullDiskTests"/>: it lets the operating system refuse to make files longer than so much,
/// which is what a full disk does to whoever writes, and tells what became of the index.
/// </summary>
internal sealed partial class FullDisk : IDisposable
{
    private const int FileSize = 1, FileSizeSignal = 25;

    private readonly SearchIndex _index;
    private readonly PosixSignalRegistration _ignored = PosixSignalRegistration.Create((PosixSignal)FileSizeSignal, signal => signal.Cancel = true);

    private FullDisk(string directory) => _index = SearchIndex.Open(directory);

    public static void Play(string directory, string scene)
    {
        using var disk = new FullDisk(directory);
        disk.Apply(50);
        disk.Tell("before");
        switch (scene)
        {
            case "apply":
                disk.PlayApply();
                break;
            case "manifest":
                disk.PlayManifest();
                break;
            case "merge":
                disk.PlayMerge();
                break;
            case "rebuild":
                disk.PlayRebuild();
                break;
        }
        disk.Tell("after");
        Console.WriteLine($"problems {disk._index.Verify().Count}");
    }

    public void Dispose()
    {
        _index.Dispose();
        _ignored.Dispose();
    }

    private void PlayApply()
    {
        Limit(4096);
        Try(() => Apply(50));
        Tell("full");
        Try(() => Apply(50));
        Limit(null);
        Apply(50);
    }

    /// <summary>A deletion writes a manifest and nothing else, and a longer one than before.</summary>
    private void PlayManifest()
    {
        var manifest = Directory.GetFiles(Directory.GetCurrentDirectory(), "manifest.json", SearchOption.AllDirectories)[0];
        Limit(new FileInfo(manifest).Length - 20);
        Try(() => _index.Apply([IndexChange.Delete("d000001")], _index.Position + 1));
        Tell("full");
        Limit(null);
        _index.Apply([IndexChange.Delete("d000001")], _index.Position + 1);
    }

    private void PlayMerge()
    {
        Limit(_index.Bytes * 2);
        for (var i = 0; i < 9; i++)
            Apply(50);
        _index.Settle();
        Console.WriteLine($"merge-fault {_index.MergeFault is not null} {_index.SegmentCount}");
        Tell("full");
        Limit(null);
        Apply(1);
        _index.Settle();
        Console.WriteLine($"merge-fault {_index.MergeFault is not null} {_index.SegmentCount}");
    }

    private void PlayRebuild()
    {
        Limit(4096);
        using (var rebuild = _index.StartRebuild())
        {
            Try(() => rebuild.Apply([.. Documents(0, 50)], 50));
            Tell("full");
        }
        Limit(null);
        using (var again = _index.StartRebuild())
        {
            again.Apply([.. Documents(0, 50)], 50);
            again.Swap();
        }
        Console.WriteLine($"generations {Directory.GetDirectories(Directory.GetCurrentDirectory()).Length}");
    }

    private void Apply(int more) => _index.Apply([.. Documents((int)_index.Position, more)], _index.Position + more);

    private static IEnumerable<IndexChange> Documents(int first, int count) =>
        Enumerable.Range(first, count).Select(i => IndexChange.Upsert(Sample.Document($"d{i:000000}", "马面裙", use: $"第{i}号 日常穿着")));

    private void Tell(string when)
    {
        var found = _index.Search(new SearchQuery { Audiences = ["public"], Words = "马面裙", Limit = 1 }, CancellationToken.None);
        Console.WriteLine($"{when}: position {_index.Position}, {_index.Count} documents, {found.Total} found");
    }

    private static void Try(Action act)
    {
        try
        {
            act();
            Console.WriteLine("written");
        }
        catch (IOException)
        {
            Console.WriteLine("refused");
        }
    }

    private static void Limit(long? bytes)
    {
        if (GetLimit(FileSize, out var limit) != 0 || SetLimit(FileSize, limit with { Soft = (nuint)(bytes ?? (long)limit.Hard) }) != 0)
            throw new InvalidOperationException("The limit cannot be set.");
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in ResourceLimit limit);

    private readonly record struct ResourceLimit(nuint Soft, nuint Hard);
}
