using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

/// <summary>However documents came, went and were merged, the answers are those of an index that was built in one go.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly TemporaryIndex _index = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_grown_index_answers_as_one_that_was_built_in_one_go(int seed)
    {
        var random = new Random(seed);
        var now = new Dictionary<string, SearchDocument>();
        for (var step = 0; step < 60; step++)
        {
            var id = $"d{random.Next(20):00}";
            if (random.Next(4) == 0)
            {
                now.Remove(id);
                _index.Index.Apply([IndexChange.Delete(id)], step + 1);
                continue;
            }
            now[id] = Sample.Document(
                id, random.Next(2) == 0 ? "马面裙" : "灯笼", owner: $"曹县{random.Next(3)}公司", audience: random.Next(5) == 0 ? "staff" : "public",
                date: new DateOnly(2026, 1, 1 + random.Next(28)), pictures: [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(12))]);
            _index.Index.Apply([IndexChange.Upsert(now[id])], step + 1);
            if (random.Next(8) == 0)
                _index.Index.Settle();
        }
        _index.Index.Settle();
        using var whole = new TemporaryIndex();
        whole.Index.Apply([.. now.Values.Select(IndexChange.Upsert)], 60);

        Assert.True(_index.Index.SegmentCount < 20);
        Assert.Empty(_index.Index.Verify());
        Assert.Equal(now.Count, _index.Index.Count);
        foreach (var words in new[] { null, "马面裙", "owner:曹县1公司", "-灯笼", "date:[2026-01-10 TO 2026-01-20]" })
            foreach (var picture in new int?[] { null, 3, 7 })
            {
                var features = picture is { } p ? Sample.Features(p) : null;
                Assert.Equal(Sample.Seen(whole.Ask(words, features)), Sample.Seen(_index.Ask(words, features)));
            }
    }

    [Fact]
    public async Task Readers_are_never_disturbed_by_commits_merges_and_a_rebuild()
    {
        _index.With(Sample.Document("kept", pictures: 1));
        using var end = new CancellationTokenSource();
        // On threads of their own: readers without end would leave none to the pool.
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() =>
        {
            var asked = 0;
            for (; !end.IsCancellationRequested; asked++)
                Assert.Equal("kept", _index.Ask(picture: Sample.Features(1)).Hits[0].DocumentId);
            return asked;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();

        try
        {
            for (var i = 0; i < 40; i++)
                _index.With(Sample.Document($"d{i % 13}", pictures: 2 + i % 7));
            using var rebuild = _index.Index.StartRebuild();
            rebuild.Apply([IndexChange.Upsert(Sample.Document("kept", pictures: 1))], 1);
            rebuild.Swap();
            await Task.Delay(200);
        }
        finally
        {
            await end.CancelAsync();
        }

        Assert.All(await Task.WhenAll(reading), asked => Assert.True(asked > 0));
        Assert.Equal(["kept"], _index.Ids());
    }

    [Fact]
    public void A_segment_of_which_much_was_deleted_is_written_anew()
    {
        _index.Index.Apply([.. Enumerable.Range(0, 20).Select(i => IndexChange.Upsert(Sample.Document($"d{i:00}", pictures: i % 5)))], 1);
        var before = _index.Index.Bytes;

        _index.Index.Apply([.. Enumerable.Range(0, 15).Select(i => IndexChange.Delete($"d{i:00}"))], 2);
        _index.Index.Settle();

        Assert.True(_index.Index.Bytes < before / 2);
        Assert.Equal(5, _index.Ids().Count);
    }

    public void Dispose() => _index.Dispose();
}
