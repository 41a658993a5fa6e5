using IpCenter.Casework.Demo;
using IpCenter.Casework.ReferenceData;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.ReferenceData;

public sealed class CenterTests
{
    private static readonly Center Center = Reference.Library.Center;

    [Fact]
    public void What_is_not_confirmed_says_so()
    {
        Assert.False(Center.NameConfirmed);
        Assert.Equal(AcceptedClassesStatus.Proposed, Center.AcceptedClasses.Status);
        Assert.Null(Center.IndividualBusinessesEligible);
        Assert.All(Center.OpenQuestions, question => Assert.Null(question.Answer));
    }

    [Fact]
    public void No_contact_is_invented_but_for_the_demonstration()
    {
        Assert.Null(Center.Contact);
        var named = new Bilingual("电话", "Telephone");
        var sources = CaseworkSources.Read(Repository.PathTo("data"), Repository.PathTo("workflows"));
        var own = sources with { Reference = sources.Reference with { Center = Center with { Contact = named } } };

        Assert.Contains("演示", sources.WithDemoContact().Reference.Center.Contact!.Zh, StringComparison.Ordinal);
        Assert.Equal(named, own.WithDemoContact().Reference.Center.Contact);
    }

    [Theory]
    [InlineData("371721", true)]
    [InlineData("371723", false)]
    public void The_centre_serves_its_county(string adcode, bool serves) => Assert.Equal(serves, Center.Serves(adcode));

    [Fact]
    public void The_accepted_classes_are_asked_by_code()
    {
        Assert.True(Center.AcceptedClasses.Include("02-02"));
        Assert.False(Center.AcceptedClasses.Include("12-08"));
    }

    [Fact]
    public void A_synonym_belongs_to_one_group_and_there_are_enough_of_them()
    {
        var groups = Reference.Library.Synonyms.Groups;

        Assert.Contains(groups, group => group.Contains("马面裙") && group.Contains("mamianqun"));
        Assert.Contains(groups, group => group.Contains("汉服") && group.Contains("hanfu") && group.Contains("演出服"));
        Assert.True(groups.Count >= 60, $"{groups.Count} groups");
    }
}
