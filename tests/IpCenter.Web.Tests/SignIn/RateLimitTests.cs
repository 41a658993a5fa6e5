using System.Net;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;

namespace IpCenter.Web.Tests.SignIn;

public sealed class RateLimitTests(RateLimitTests.Strict factory) : IClassFixture<RateLimitTests.Strict>
{
    [Fact]
    public async Task Too_many_tries_are_refused_with_words_and_reading_is_not()
    {
        using var client = factory.CreatePlainClient("zh-CN");
        for (var attempt = 0; attempt < 3; attempt++)
            (await client.TrySignInAsync("anybody", "not the password")).Dispose();

        using var answer = await client.TrySignInAsync("anybody", "not the password");
        using var reading = await client.GetAsync("/sign-in");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("操作太频繁", (await answer.ReadPageAsync()).QuerySelector("h1")!.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
    }

    public sealed class Strict : WebFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:SignInsPerMinute", "3");
        }
    }
}
