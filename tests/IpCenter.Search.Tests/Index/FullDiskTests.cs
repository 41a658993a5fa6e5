using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

/// <summary>
/// A full disk costs time and never an answer: the index is as before, says why, and goes on when there is room. The file that is
/// written next is a link to <c>/dev/full</c>: the system refuses its bytes as those of a full disk.
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryIndex _index = new TemporaryIndex().With(Sample.Document("a", "马面裙", pictures: 1), Sample.Document("b", "灯笼"));

    [Theory]
    [InlineData("00000003.segment")]
    [InlineData("manifest.json.tmp")]
    public void A_commit_that_finds_no_room_changes_nothing_and_is_made_when_there_is_room(string file)
    {
        var before = Sample.Seen(_index.Ask(picture: Sample.Features(1)));
        var link = Fill("generation-0001", file);

        Assert.Contains("No space left", Assert.Throws<IOException>(() => _index.With(Sample.Document("a", "团扇", pictures: 2))).Message, StringComparison.Ordinal);

        Assert.Equal(2, _index.Index.Position);
        Assert.Equal(before, Sample.Seen(_index.Ask(picture: Sample.Features(1))));
        Assert.Equal(["a"], _index.Ids("马面裙"));
        Assert.Empty(_index.Index.Verify());
        Assert.Equal(2, _index.Files("*.segment").Count);
        File.Delete(link);
        _index.With(Sample.Document("a", "团扇", pictures: 2));
        Assert.Equal((3, "a"), (_index.Index.Position, Assert.Single(_index.Ids("团扇"))));
        Assert.Null(_index.Reopen().Damage);
        Assert.Equal(2, _index.Index.Count);
    }

    [Fact]
    public void A_merge_that_finds_no_room_is_told_and_made_after_the_next_commit()
    {
        Fill("generation-0001", "00000009.segment");
        for (var i = 0; i < 6; i++)
            _index.With(Sample.Document($"c{i}", "团扇"));
        _index.Index.Settle();

        Assert.Contains("No space left", _index.Index.MergeFault, StringComparison.Ordinal);
        Assert.Equal((8, 8), (_index.Index.SegmentCount, _index.Index.Position));
        Assert.Equal(6, _index.Ids("团扇").Count);
        _index.With(Sample.Document("d", "木盒"));
        _index.Index.Settle();
        Assert.Null(_index.Index.MergeFault);
        Assert.True(_index.Index.SegmentCount < 8);
        Assert.Equal(9, _index.Ids().Count);
        Assert.Empty(_index.Index.Verify());
    }

    [Fact]
    public void A_rebuild_that_finds_no_room_leaves_the_index_in_use_and_no_files()
    {
        using (var rebuild = _index.Index.StartRebuild())
        {
            Fill("generation-0002", "00000001.segment");
            Assert.Throws<IOException>(() => rebuild.Apply([IndexChange.Upsert(Sample.Document("c", "团扇"))], 1));
            Assert.Equal(0, rebuild.Position);
        }

        Assert.Equal(["a", "b"], _index.Ids().Order());
        Assert.Single(Directory.GetDirectories(_index.Folder));
    }

    [Fact]
    public void A_swap_that_finds_no_room_leaves_the_index_in_use_and_can_be_made_later()
    {
        var link = Fill("", "current.tmp");
        using var rebuild = _index.Index.StartRebuild();
        rebuild.Apply([IndexChange.Upsert(Sample.Document("c", "团扇"))], 1);

        Assert.Throws<IOException>(rebuild.Swap);

        Assert.Equal(["a", "b"], _index.Ids().Order());
        File.Delete(link);
        rebuild.Swap();
        Assert.Equal(["c"], _index.Ids());
        Assert.Equal(1, _index.Reopen().Position);
    }

    public void Dispose() => _index.Dispose();

    private string Fill(string folder, string file)
    {
        var link = Path.Combine(_index.Folder, folder, file);
        File.CreateSymbolicLink(link, "/dev/full");
        return link;
    }
}
