using IpCenter.Imaging;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpCenter.Web.Tests.Hosting;

/// <summary>A machine with neither the npm library nor the system's: everything else works, and the pages say what to install.</summary>
public sealed class WithoutImageLibraryTests(WithoutImageLibraryTests.Factory factory) : IClassFixture<WithoutImageLibraryTests.Factory>
{
    private const string ToInstall = "libvips";

    [Fact]
    public async Task The_pages_that_take_pictures_say_what_to_install_before_anybody_chooses_one()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("no-library");
        var mine = await client.GetPageAsync("/mine");
        using var started = await client.SubmitAsync(mine, "form:has([name='Input.Firm'])", []);
        var draft = started.Headers.Location!.ToString().TrimEnd('/');

        foreach (var address in new[] { draft.Replace("/shown", "", StringComparison.Ordinal) + "/views", "/report/new", "/register/by-picture" })
            Assert.Contains(ToInstall, (await client.GetPageAsync(address)).QuerySelector(".notice-bad")!.Text(), StringComparison.Ordinal);
        using var live = await client.GetAsync("/health/live");
        Assert.True(live.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_picture_is_refused_in_words_and_leaves_no_trace()
    {
        var client = factory.CreatePlainClient();
        var page = await client.GetPageAsync("/register/by-picture");

        using var answer = await client.SubmitAsync(page, "form[enctype]", [], ("picture", "a.png", Pictures.Product(1), "image/png"));

        Assert.Contains(ToInstall, (await answer.ReadPageAsync()).Body!.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await factory.WithDatabaseAsync(db => db.Images.CountAsync()));
    }

    public sealed class Factory : WebFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(
                _ => new ImageReader(new ImageReaderOptions { LibraryPath = "/nowhere/libvips.so.42" }, TimeProvider.System))));
        }
    }
}
