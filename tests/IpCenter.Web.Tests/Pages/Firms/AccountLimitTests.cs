using System.Net;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;

namespace IpCenter.Web.Tests.Pages.Firms;

public sealed class AccountLimitTests(AccountLimitTests.Strict factory) : IClassFixture<AccountLimitTests.Strict>
{
    [Fact]
    public async Task Accounts_are_not_opened_by_the_dozen_from_one_address()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Found, await OpenAsync($"account-{i}"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await OpenAsync("account-2"));
    }

    private async Task<HttpStatusCode> OpenAsync(string userName)
    {
        using var visitor = factory.CreatePlainClient("zh-CN");
        using var answer = await visitor.SubmitAsync(await visitor.GetPageAsync("/account/new"), "form:has([name='Account.UserName'])", new()
        {
            ["Account.DisplayName"] = "小李",
            ["Account.UserName"] = userName,
            ["Account.Password"] = "a password of one's own",
        });
        return answer.StatusCode;
    }

    public sealed class Strict : WebFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:AccountsPerHour", "2");
        }
    }
}
