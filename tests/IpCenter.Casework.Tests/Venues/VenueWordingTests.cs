using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Tests.Venues;

public sealed class VenueWordingTests
{
    private static readonly VenueEngine Engine = new(Reference.Library.Venues);

    [Fact]
    public void An_answer_is_told_in_Chinese_with_authority_and_doubt()
    {
        var words = Words("copyright-infringement", 50_000).Select(line => line.Zh).ToList();

        Assert.Equal("候选法院：成武县人民法院，可信度0.65，待立案庭确认。", words[0]);
        Assert.StartsWith("依据：法释〔2022〕13号第三条", words[1], StringComparison.Ordinal);
        Assert.Equal("连结点：被告住所地（曹县）。", words[2]);
        Assert.Contains(words, line => line.StartsWith("未确认的线索（未采用）：曹县人民法院", StringComparison.Ordinal));
        Assert.EndsWith("（数据版本2026.11.21）", words[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_levels_are_told_in_English_with_their_conditions()
    {
        var words = Words("copyright-infringement", null).Select(line => line.En).ToList();

        Assert.Contains(words, line => line.StartsWith("Candidate: Heze Intermediate People's Court (if the amount claimed is 1,000,000 yuan or more)", StringComparison.Ordinal));
        Assert.Contains("Please add: How much is claimed? The level of the court depends on it.", words);
    }

    [Fact]
    public void An_unknown_answer_begins_with_why() =>
        Assert.StartsWith("无法确定：", Words("ip-crime", null)[0].Zh, StringComparison.Ordinal);

    private static IReadOnlyList<Casework.Bilingual> Words(string cause, decimal? amount) => VenueWording.Explain(Engine.Answer(
        new VenueQuestion { Cause = cause, FilingDate = When.Day("2026-11-21"), AmountCny = amount, DefendantPlace = "371721" }));
}
