using IpCenter.Search.Tests.Drawing;

namespace IpCenter.Search.Tests.Index;

/// <summary>A document that the viewer may not find changes nothing of any answer.</summary>
public sealed class VisibilityTests : IDisposable
{
    private readonly TemporaryIndex _index = new TemporaryIndex().With(
        Sample.Document("a", "马面裙 lantern", "日常穿着", pictures: 1),
        Sample.Document("b", "织金马面裙", "演出", owner: "曹县乙公司", date: new DateOnly(2026, 3, 1), pictures: 2),
        Sample.Document("c", "灯笼 lanterns", "装饰", pictures: 3));

    public static TheoryData<string?, int?> Questions { get; } = new()
    {
        { null, null }, { "马面裙", null }, { "马*", null }, { "lanter?", null }, { "lantirn~1", null }, { "马?裙", null },
        { "use:演出 OR 灯笼", null }, { "-灯笼", null }, { "date:[2026-01-01 TO *]", null }, { null, 1 }, { null, 9 }, { "马面裙", 2 },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void An_invisible_document_changes_neither_rows_nor_totals_nor_counts_nor_order(string? words, int? picture)
    {
        var before = Sample.Seen(_index.Ask(words, picture is { } p ? Sample.Features(p) : null));

        AddSecrets();

        Assert.Equal(before, Sample.Seen(_index.Ask(words, picture is { } q ? Sample.Features(q) : null)));
    }

    [Fact]
    public void Words_of_invisible_documents_take_no_place_when_a_pattern_is_expanded()
    {
        for (var i = 0; i < 300; i += 100)
            _index.Index.Apply([.. Enumerable.Range(i, 100).Select(n => IndexChange.Upsert(Sample.Document($"s{n}", $"la{n:000}", audience: "staff")))], 100 + i);

        Assert.Equal(["a", "c"], _index.Ids("la*n*").Order());
    }

    [Fact]
    public void Suggestions_are_titles_that_the_viewer_may_find()
    {
        AddSecrets();

        Assert.Equal(["马面裙 lantern", "织金马面裙"], _index.Index.Suggest("马面", ["public"], 10));
        Assert.Contains("秘密马面裙 lantern", _index.Index.Suggest("马面", ["public", "staff"], 10));
    }

    [Fact]
    public void Who_belongs_to_the_audience_finds_it()
    {
        AddSecrets();

        Assert.Equal(4, _index.Ask(null, null, "public", "staff").Total);
        Assert.Equal("secret", _index.Ask(null, Sample.Features(9), "staff").Hits[0].DocumentId);
        Assert.Empty(_index.Ask(null, null, "nobody").Hits);
    }

    public void Dispose() => _index.Dispose();

    private void AddSecrets() => _index.With(
        Sample.Document("secret", "秘密马面裙 lantern", "演出", owner: "曹县丙公司", audience: "staff", date: new DateOnly(2026, 9, 9), pictures: 9),
        Sample.Document("secret-copy", "马面裙", "演出", audience: "firm:1", date: new DateOnly(2026, 9, 9), pictures: [1, 2]));
}
