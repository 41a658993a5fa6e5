using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

/// <summary>Two processes on one directory would remove each other's files: the second is told who has it.</summary>
public sealed class LockTests : IDisposable
{
    private readonly TemporaryIndex _index = new TemporaryIndex().With(Sample.Document("a", "马面裙"));

    [Fact]
    public async Task Another_process_that_has_the_directory_is_named_and_when_it_is_killed_the_directory_is_free()
    {
        _index.Index.Dispose();
        using var other = OtherProcess.Start("hold", _index.Folder);
        Assert.Equal("open", await other.NextAsync());

        var refused = Assert.Throws<IndexInUseException>(() => SearchIndex.Open(_index.Folder));

        Assert.Equal((_index.Folder, other.Id), (refused.Directory, refused.ProcessId));
        Assert.NotNull(refused.Since);
        Assert.Contains($"process {other.Id} since {refused.Since:yyyy-MM-dd}", refused.Message, StringComparison.Ordinal);
        other.Kill();
        Assert.Null(_index.Reopen().Damage);
        Assert.Equal(["a"], _index.Ids("马面裙"));
    }

    [Fact]
    public void A_refused_opening_changes_nothing()
    {
        Assert.Equal(Environment.ProcessId, Assert.Throws<IndexInUseException>(() => SearchIndex.Open(_index.Folder)).ProcessId);

        _index.With(Sample.Document("b", "灯笼"));
        Assert.Equal(["b"], _index.Ids("灯笼"));
        Assert.Empty(_index.Index.Verify());
    }

    [Fact]
    public void A_holder_that_cannot_be_read_is_another_process()
    {
        foreach (var file in _index.Files("lock.holder"))
            File.WriteAllText(file, "?");

        var refused = Assert.Throws<IndexInUseException>(() => SearchIndex.Open(_index.Folder));

        Assert.Null(refused.ProcessId);
        Assert.Contains("another process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_index_writes_nothing_any_more()
    {
        var index = _index.Index;
        using var rebuild = index.StartRebuild();
        index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Apply([IndexChange.Delete("a")], 2));
        Assert.Throws<ObjectDisposedException>(rebuild.Swap);
        Assert.Equal(1, _index.Reopen().Position);
    }

    public void Dispose() => _index.Dispose();
}
