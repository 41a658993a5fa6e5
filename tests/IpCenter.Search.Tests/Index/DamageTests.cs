using IpCenter.Search.Index;
using IpCenter.Search.Tests.Drawing;
using IpCenter.Search.Text;

namespace IpCenter.Search.Tests.Index;

/// <summary>A byte that changed gives no answer, and the index is built again beside it.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryIndex _index = new TemporaryIndex().With(
        Sample.Document("a", "马面裙", pictures: 1), Sample.Document("b", "灯笼", pictures: 2));

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    [InlineData(0.97)]
    [InlineData(0.99)]
    public void A_changed_byte_of_a_segment_is_noticed_wherever_it_is(double place)
    {
        var name = "";
        var index = _index.Reopen(_ =>
        {
            var file = _index.Files("*.segment")[0];
            name = Path.GetFileName(file);
            Flip(file, place);
        });

        index.Settle();

        Assert.True(index.NeedsRebuild);
        Assert.Contains(name, index.Damage, StringComparison.Ordinal);
        Assert.Equal(name, Assert.Throws<IndexDamagedException>(() => _index.Ask(picture: Sample.Features(1))).File);
        Assert.Throws<IndexDamagedException>(() => index.Suggest("马", ["public"], 5));
        Assert.Throws<IndexDamagedException>(() => _index.Ask("马面裙"));
        Assert.Contains(index.Verify(), problem => problem.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_changes_while_it_is_in_use_is_found_by_verifying()
    {
        Assert.Empty(_index.Index.Verify());

        Flip(_index.Files("*.segment")[0], 0.5);

        Assert.Single(_index.Index.Verify());
        Assert.True(_index.Index.NeedsRebuild);
    }

    [Fact]
    public void A_damage_that_a_search_is_the_first_to_meet_is_thrown_as_a_damage()
    {
        using var index = new TemporaryIndex().With(Sample.Document("a", use: string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"w{i}x"))));
        Snapshot? snapshot = null;
        index.Reopen(_ =>
        {
            var file = Assert.Single(index.Files("*.segment"));
            // The words lie in the last half; what is read before them stays whole.
            for (var place = 0.5; place < 0.99; place += 0.01)
                Flip(file, place);
            snapshot = Snapshot.Open(Path.GetDirectoryName(file)!, SearchIndex.FeaturesWith(null));
        });
        var reader = new IndexReader(snapshot!, Synonyms.None, null);

        Assert.Equal(1, reader.Search(new SearchQuery { Audiences = ["public"], Limit = 0 }, CancellationToken.None).Total);
        Assert.Throws<IndexDamagedException>(() => reader.Search(new SearchQuery { Audiences = ["public"], Words = "w777x" }, CancellationToken.None));
    }

    [Fact]
    public void A_closed_index_says_so()
    {
        _index.Index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _index.Ask("马面裙"));
        Assert.Throws<ObjectDisposedException>(() => _index.Index.Verify());
        _index.Index.Dispose();
    }

    [Fact]
    public void A_damaged_index_answers_again_when_another_was_built_beside_it()
    {
        var before = Sample.Seen(_index.Ask(picture: Sample.Features(1)));
        var index = _index.Reopen(_ => Flip(_index.Files("*.segment")[0], 0.4));
        index.Settle();

        using (var rebuild = index.StartRebuild())
        {
            rebuild.Apply([IndexChange.Upsert(Sample.Document("b", "灯笼", pictures: 2)), IndexChange.Upsert(Sample.Document("a", "马面裙", pictures: 1))], 2);
            Assert.Equal(2, rebuild.Position);
            rebuild.Swap();
        }

        Assert.False(index.NeedsRebuild);
        Assert.Null(index.Damage);
        Assert.Equal(before, Sample.Seen(_index.Ask(picture: Sample.Features(1))));
        Assert.Single(Directory.GetDirectories(_index.Folder));
        Assert.Equal(2, _index.Reopen().Position);
    }

    [Fact]
    public void While_another_index_is_built_the_old_one_answers_and_one_given_up_leaves_nothing()
    {
        using (var rebuild = _index.Index.StartRebuild())
        {
            rebuild.Apply([IndexChange.Upsert(Sample.Document("c", "团扇"))], 1);
            Assert.Equal(["a", "b"], _index.Ids().Order());
            _index.With(Sample.Document("d", "木盒"));
            Assert.Equal(["d"], _index.Ids("木盒"));
        }

        Assert.Equal(["a", "b", "d"], _index.Ids().Order());
        Assert.Single(Directory.GetDirectories(_index.Folder));
    }

    public void Dispose() => _index.Dispose();

    private static void Flip(string path, double place)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        // Before the tail: the tail is checked when the file is opened.
        file.Position = (long)((file.Length - 1000) * place);
        var old = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(old ^ 1));
    }
}
