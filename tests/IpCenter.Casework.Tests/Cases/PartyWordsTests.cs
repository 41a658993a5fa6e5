using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Cases;

public sealed class PartyWordsTests
{
    [Theory]
    [InlineData("这是本中心自己定的办理时限，不是法律规定的期限（可信度0.7）。", "这是本中心自己定的办理时限，不是法律规定的期限。")]
    [InlineData("This is a time that the centre has set itself; no law fixes it (confidence 0.7). From then on.", "This is a time that the centre has set itself; no law fixes it. From then on.")]
    [InlineData("依据：专利法第24条。", "依据：专利法第24条。")]
    public void How_sure_the_centre_is_is_said_to_its_staff_alone(string said, string heard) => Assert.Equal(heard, PartyWords.Of(said));

    [Fact]
    public void Every_date_of_a_letter_is_explained_to_a_party_without_it() =>
        Assert.All(Enum.GetValues<LetterKind>().Select(LetterKinds.DeadlineOf).OfType<string>().Distinct(), key =>
        {
            var why = DeadlineWording.Explain(Deadline.Compute(Reference.Library.Deadlines[key], When.At("2026-11-23T09:00"), Reference.Library.Calendar)).Select(line => PartyWords.Of(line)).ToList();

            Assert.DoesNotContain(why, line => line.Zh.Contains("可信度", StringComparison.Ordinal) || line.En.Contains("confidence", StringComparison.Ordinal));
        });
}
