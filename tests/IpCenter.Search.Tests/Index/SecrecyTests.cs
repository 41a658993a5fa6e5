using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

/// <summary>
/// Thousands of documents that the viewer may not find, the best matches among them: not a row, count, facet, suggestion, mark or digit
/// of a score is another, and not one document more is weighed. Visibility comes before everything that is counted.
/// </summary>
public sealed class SecrecyTests : IDisposable
{
    private static readonly string?[] Questions =
    [
        null, "马面裙", "织金 马面裙", "\"织金马面裙\"", "马", "织*", "马?裙", "儿*装", "l?ntern", "*antern*", "lantirn~1", "\"儿童 套装\"~3", "owner:甲", "brief:云纹",
        "-灯笼", "马面裙 OR 灯笼^2", "date:[2026-01-05 TO 2026-01-20]", "ZL2026*", "秘密", "hanfu",
    ];

    private static readonly string[] Typed = ["马", "织金", "秘", "lan", "ZL"];

    private readonly TemporaryIndex _index = new([["汉服", "hanfu", "马面裙"]]);

    public SecrecyTests() => _index.Index.Apply([.. Enumerable.Range(0, 60).Select(i => IndexChange.Upsert(Document(i, "public")))], 1);

    [Theory]
    [InlineData("public", "anybody")]
    [InlineData("firm:1", "another firm")]
    [InlineData("nobody", "who may find nothing")]
    public void What_a_viewer_may_not_find_changes_nothing_that_the_viewer_sees_or_waits_for(string audience, string who)
    {
        var before = Seen(audience);

        AddSecrets();

        Assert.True(before.SequenceEqual(Seen(audience)), who);
        Assert.Equal(2920, _index.Ask(null, null, "public", "staff").Total);
        Assert.Equal("secret-best", _index.Ask("织金马面裙", null, "staff", "public").Hits[0].DocumentId);
        Assert.Equal("secret-copy", _index.Ask(null, Sample.Features(40), "staff", "public").Hits[0].DocumentId);
    }

    public void Dispose() => _index.Dispose();

    /// <summary>In many commits, so that segments are merged and every document lies elsewhere than before.</summary>
    private void AddSecrets()
    {
        for (var part = 0; part < 14; part++)
            _index.Index.Apply([.. Enumerable.Range(1000 + 200 * part, 200).Select(i => IndexChange.Upsert(Document(i, "staff")))], 2 + part);
        _index.Index.Apply(
        [
            IndexChange.Upsert(Document(5000, "staff") with { Id = "secret-best", Title = "织金马面裙", Date = new DateOnly(2026, 11, 1) }),
            IndexChange.Upsert(Document(5001, "firm:2") with { Id = "secret-firm", Title = "织金马面裙 秘密 lantern" }),
            IndexChange.Upsert(Sample.Document("secret-copy", "马面裙", audience: "staff", pictures: [40, 41])),
            .. Enumerable.Range(0, 12).Select(i => IndexChange.Upsert(Sample.Document($"secret-picture-{i}", "木盒", audience: "firm:2", pictures: [i % 6, 42 + i % 3]))),
        ], 100);
        _index.Index.Apply([.. Enumerable.Range(0, 14).Select(i => IndexChange.Delete(i < 2 ? "secret-firm" : $"secret-picture-{i - 2}"))], 101);
        _index.Index.Apply([.. Enumerable.Range(0, 58).Select(i => IndexChange.Upsert(Document(9000 + i, "staff")))], 102);
        _index.Index.Settle();
        Assert.True(_index.Index.SegmentCount < 16);
    }

    private List<string> Seen(string audience)
    {
        List<string> seen = [];
        foreach (var words in Questions)
            foreach (var picture in new int?[] { null, 2, 40 })
            {
                var (result, weighed) = _index.Index.Measure(
                    new SearchQuery { Audiences = [audience], Words = words, Images = picture is { } p ? [Sample.Features(p)] : [], Limit = 100 });
                var marks = result.Hits.SelectMany(h => h.Highlights.OrderBy(f => f.Key).Select(f => $"{h.DocumentId} {f.Key} {f.Value.Text} {string.Join(',', f.Value.Ranges)}"));
                seen.Add($"{words} {picture}: {weighed} {Sample.Seen(result)} {string.Join('\n', marks)}");
            }
        seen.AddRange(Typed.Select(typed => $"{typed}: {string.Join('、', _index.Index.Suggest(typed, [audience], 8))}"));
        return seen;
    }

    private static SearchDocument Document(int i, string audience)
    {
        var random = new Random(i);
        var title = (string[])["织金马面裙", "儿童汉服套装", "灯笼 lantern", "木质首饰盒", "儿童马面裙两件装", "Lanterns 灯笼"];
        return Sample.Document($"d{i:0000}", title[random.Next(title.Length)] + (audience == "public" ? "" : " 秘密"), "舞台演出", $"曹县{"甲乙丙"[random.Next(3)]}公司", audience, new DateOnly(2026, 1, 1 + random.Next(28)))
            with
        {
            Text = new Dictionary<string, string> { ["brief"] = "图案采用云纹", ["number"] = $"ZL2026{i:00000000}", ["owner"] = $"曹县{"甲乙丙"[random.Next(3)]}公司", ["use"] = "舞台演出" },
            Views = i < 20 ? [new SearchView("front", Sample.Features(i % 6))] : [],
        };
    }
}
