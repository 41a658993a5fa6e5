using IpCenter.Casework.Demo;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.Demo;

public sealed class DemoCatalogTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "data", "demo", "images");

    [Fact]
    public async Task Every_design_of_the_catalogue_has_seven_views_that_exist()
    {
        var catalog = await DemoCatalog.ReadAsync(Folder, CancellationToken.None);

        Assert.NotNull(catalog);
        Assert.NotEmpty(catalog.Designs);
        Assert.All(catalog.Designs, design =>
        {
            Assert.Equal(
                ["Front", "Back", "Left", "Right", "Top", "Bottom", "Perspective"],
                design.Views.Select(view => view.Position));
            Assert.All(design.Views, view => Assert.True(File.Exists(Path.Combine(Folder, view.File)), view.File));
        });
    }

    [Fact]
    public async Task Every_screenshot_exists_and_shows_designs_of_the_catalogue()
    {
        var catalog = await DemoCatalog.ReadAsync(Folder, CancellationToken.None);

        Assert.NotNull(catalog);
        Assert.NotEmpty(catalog.Screenshots);
        var known = catalog.Designs.Select(design => design.Id).ToHashSet();
        Assert.All(catalog.Screenshots, screenshot =>
        {
            Assert.True(File.Exists(Path.Combine(Folder, screenshot.File)), screenshot.File);
            Assert.Subset(known, screenshot.Shows.ToHashSet());
        });
    }
}
