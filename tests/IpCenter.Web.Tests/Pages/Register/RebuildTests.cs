using IpCenter.Casework.SimilarDesigns;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>The index is derived: built again from the feed, it answers as before, and what is read meanwhile is the old one.</summary>
public sealed class RebuildTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task An_index_that_was_built_again_gives_the_same_page()
    {
        var first = await factory.PublishAsync("ZL202630000011.1", "首饰盒", 11);
        await factory.PublishAsync("ZL202630000012.X", "灯笼", 12);
        using var visitor = factory.CreatePlainClient("zh-CN");
        var (words, picture) = (await SeenAsync(visitor, "/register?q=首饰盒"), await SeenAsync(visitor, $"/register?view={first}"));

        var applied = await factory.Services.GetRequiredService<DesignIndex>().RebuildAsync(null, CancellationToken.None);

        Assert.Equal(2, applied);
        Assert.Contains("首饰盒", words, StringComparison.Ordinal);
        Assert.Equal(words, await SeenAsync(visitor, "/register?q=首饰盒"));
        Assert.Equal(picture, await SeenAsync(visitor, $"/register?view={first}"));
    }

    private static async Task<string> SeenAsync(HttpClient visitor, string address) => (await visitor.GetPageAsync(address)).QuerySelector("main")!.Text();
}
