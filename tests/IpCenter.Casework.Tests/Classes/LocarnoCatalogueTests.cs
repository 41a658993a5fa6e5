using IpCenter.Casework.Classes;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Classes;

public sealed class LocarnoCatalogueTests
{
    private static readonly LocarnoCatalogue Locarno = Reference.Library.Locarno;

    [Fact]
    public void The_fifteenth_edition_has_32_classes_and_237_subclasses_all_with_both_titles()
    {
        Assert.Equal((15, 32, 237), (Locarno.Edition, Locarno.Classes.Count, Locarno.Subclasses.Count));
        Assert.All(Locarno.Subclasses, subclass =>
        {
            Assert.NotEmpty(subclass.Title.Zh);
            Assert.NotEmpty(subclass.Title.En);
        });
    }

    [Fact]
    public void A_subclass_is_found_with_its_class()
    {
        var garments = Locarno.Find("02-02")!;

        Assert.Equal("服装", garments.Title.Zh);
        Assert.Equal(2, Locarno.ClassOf(garments).Number);
    }

    [Theory]
    [InlineData("03-02")]
    [InlineData("99-01")]
    [InlineData("")]
    public void A_vacant_or_unknown_code_is_not_found(string code) => Assert.Null(Locarno.Find(code));

    [Fact]
    public void Codes_are_printed_as_WIPO_recommends() =>
        Assert.Equal("LOC (15) Cl. 02-02, 05; 06-01", Locarno.Format(["06-01", "02-05", "02-02", "02-02"]));
}
