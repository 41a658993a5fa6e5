using IpCenter.Web.Pages.Dates;

namespace IpCenter.Web.Tests.Pages.Dates;

public sealed class SentencesTests
{
    [Fact]
    public void An_abbreviation_ends_no_sentence() => Assert.Equal(
        ["Period: reply, 4 months.", "Basis: Patent Law, art. 43 and para. 2.", "Due: 6 Jan 2027, 24:00 China time."],
        Sentences.Of("Period: reply, 4 months. Basis: Patent Law, art. 43 and para. 2. Due: 6 Jan 2027, 24:00 China time.", isEnglish: true));

    [Fact]
    public void Chinese_sentences_keep_their_stop() => Assert.Equal(["期限：答复。", "截止：明天。"], Sentences.Of("期限：答复。截止：明天。", isEnglish: false));
}
