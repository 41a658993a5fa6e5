using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryIndex _index = new TemporaryIndex().With(
        Sample.Document("a", "马面裙", pictures: 1), Sample.Document("b", "灯笼", date: new DateOnly(2026, 2, 1), pictures: 2));

    [Fact]
    public void Opened_again_it_answers_the_same()
    {
        var (words, picture) = (Sample.Seen(_index.Ask("马面裙")), Sample.Seen(_index.Ask(picture: Sample.Features(2))));

        var index = _index.Reopen();

        Assert.Null(index.Damage);
        Assert.Equal(2, index.Position);
        Assert.Equal(words, Sample.Seen(_index.Ask("马面裙")));
        Assert.Equal(picture, Sample.Seen(_index.Ask(picture: Sample.Features(2))));
        Assert.Empty(index.Verify());
    }

    [Fact]
    public void Built_anew_it_answers_as_the_grown_one()
    {
        var (words, picture) = (Sample.Seen(_index.Ask("灯笼")), Sample.Seen(_index.Ask(picture: Sample.Features(1))));

        _index.Index.Clear();
        Assert.Equal(0, _index.Index.Position);
        Assert.Empty(_index.Ids());
        _index.Index.Apply([IndexChange.Upsert(Sample.Document("b", "灯笼", date: new DateOnly(2026, 2, 1), pictures: 2)), IndexChange.Upsert(Sample.Document("a", "马面裙", pictures: 1))], 2);

        Assert.Equal(words, Sample.Seen(_index.Ask("灯笼")));
        Assert.Equal(picture, Sample.Seen(_index.Ask(picture: Sample.Features(1))));
    }

    [Fact]
    public void A_document_of_the_same_key_replaces_the_one_before()
    {
        _index.With(Sample.Document("a", "木盒", pictures: 3));

        Assert.Equal(["a"], _index.Ids("木盒"));
        Assert.Empty(_index.Ids("马面裙"));
        Assert.Equal(2, _index.Index.Count);
        Assert.DoesNotContain(_index.Ask(picture: Sample.Features(1)).Hits, h => h.Probability > 0.9);
        Assert.Equal("a", _index.Ask(picture: Sample.Features(3)).Hits[0].DocumentId);
    }

    [Fact]
    public void A_removed_document_is_found_no_more()
    {
        _index.Index.Apply([IndexChange.Delete("a"), IndexChange.Delete("never-there")], 3);

        Assert.Equal(["b"], _index.Ids());
        Assert.Empty(_index.Ids("马面裙"));
        _index.Reopen();
        Assert.Equal(["b"], _index.Ids());
    }

    [Fact]
    public void Merging_segments_keeps_every_document()
    {
        for (var i = 0; i < 25; i++)
            _index.With(Sample.Document($"more-{i:00}", $"发簪{i}号"));
        _index.Index.Apply([IndexChange.Delete("more-07")], 100);
        _index.Index.Settle();

        Assert.Equal(26, _index.Ids().Count);
        Assert.Equal("a", _index.Ask(picture: Sample.Features(1)).Hits[0].DocumentId);
        Assert.True(_index.Files("*.segment").Count < 12);
        _index.Reopen();
        Assert.Equal(26, _index.Ids().Count);
        Assert.Empty(_index.Index.Verify());
    }

    [Theory]
    [InlineData("*.segment", "torn")]
    [InlineData("*.segment", "flipped")]
    [InlineData("*.segment", "gone")]
    [InlineData("manifest.json", "torn")]
    [InlineData("manifest.json", "flipped")]
    public void A_damaged_file_is_named_and_the_index_begins_again(string pattern, string harm)
    {
        var name = "";
        var index = _index.Reopen(_ =>
        {
            var file = _index.Files(pattern)[0];
            name = Path.GetFileName(file);
            Harm(file, harm);
        });

        Assert.Contains(name, index.Damage, StringComparison.Ordinal);
        Assert.Equal(0, index.Position);
        Assert.Empty(_index.Ids());
        _index.With(Sample.Document("a", "马面裙"));
        Assert.Equal(["a"], _index.Ids("马面裙"));
        Assert.Null(_index.Reopen().Damage);
    }

    [Fact]
    public void What_a_killed_writer_left_is_removed_and_changes_nothing()
    {
        var segment = "";
        var index = _index.Reopen(folder =>
        {
            segment = Path.Combine(Path.GetDirectoryName(_index.Files("manifest.json")[0])!, "00000099.segment");
            File.WriteAllText(segment, "torn");
            File.WriteAllText(_index.Files("manifest.json")[0] + ".tmp", "{");
            File.WriteAllText(Path.Combine(folder, "current.tmp"), "generation-");
            Directory.CreateDirectory(Path.Combine(folder, "generation-0099"));
        });

        Assert.Null(index.Damage);
        Assert.Equal(["a", "b"], _index.Ids().Order());
        Assert.False(File.Exists(segment));
        Assert.False(Directory.Exists(Path.Combine(_index.Folder, "generation-0099")));
    }

    [Fact]
    public void A_commit_that_cannot_be_written_leaves_the_index_as_it_was()
    {
        var before = Sample.Seen(_index.Ask(picture: Sample.Features(1)));
        var taken = Path.Combine(Path.GetDirectoryName(_index.Files("manifest.json")[0])!, "manifest.json.tmp");
        Directory.CreateDirectory(taken);

        Assert.ThrowsAny<Exception>(() => _index.With(Sample.Document("c", "团扇", pictures: 3)));

        Assert.Equal(2, _index.Index.Position);
        Assert.Equal(before, Sample.Seen(_index.Ask(picture: Sample.Features(1))));
        Directory.Delete(taken);
        _index.With(Sample.Document("c", "团扇", pictures: 3));
        Assert.Equal(["c"], _index.Ids("团扇"));
        Assert.Null(_index.Reopen().Damage);
        Assert.Equal(3, _index.Ids().Count);
    }

    public void Dispose() => _index.Dispose();

    private static void Harm(string file, string harm)
    {
        var bytes = File.ReadAllBytes(file);
        if (harm == "gone")
            File.Delete(file);
        else if (harm == "torn")
            File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
        else
        {
            bytes[bytes.Length - 40] ^= 1;
            File.WriteAllBytes(file, bytes);
        }
    }
}
