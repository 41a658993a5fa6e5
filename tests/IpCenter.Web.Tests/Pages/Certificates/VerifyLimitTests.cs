using System.Net;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;

namespace IpCenter.Web.Tests.Pages.Certificates;

public sealed class VerifyLimitTests(VerifyLimitTests.Strict factory) : IClassFixture<VerifyLimitTests.Strict>
{
    [Fact]
    public async Task Numbers_cannot_be_tried_one_after_the_other()
    {
        using var visitor = factory.CreatePlainClient();
        List<HttpStatusCode> answers = [];
        for (var at = 0; at < 5; at++)
        {
            using var answer = await visitor.GetAsync($"/verify/CX-Z-2026-0000{at}-00000000");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
    }

    public sealed class Strict : WebFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:VerificationsPerMinute", "3");
        }
    }
}
