using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Firms;

/// <summary>An owner invites a colleague, who joins on their own phone.</summary>
public sealed class InvitationTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string AccountForm = "form:has([name='Account.UserName'])";

    [Fact]
    public async Task A_colleague_opens_an_account_by_the_link_and_joins_in_one_step()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("inviting");
        var link = await InviteAsync(owner, firm, "Act");
        using var phone = factory.CreatePlainClient("zh-CN");
        var page = await phone.GetPageAsync(link);
        Assert.Contains("曹县测试服饰有限公司", page.QuerySelector("h1")!.Text(), StringComparison.Ordinal);

        using var joined = await phone.SubmitAsync(page, AccountForm, Account("xiaoli"));

        Assert.Equal($"/firms/{firm}", joined.Address());
        Assert.Contains("备案有效", (await phone.GetPageAsync($"/firms/{firm}")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Contains("小李", (await owner.GetPageAsync($"/firms/{firm}/people")).QuerySelector(".todo")!.Text(), StringComparison.Ordinal);
        using var again = await factory.CreatePlainClient("zh-CN").GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("链接已失效", (await again.ReadPageAsync()).QuerySelector("h1")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_an_account_signs_in_and_comes_back_to_the_link()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("inviting-2", "91371721MA3T9W6C46");
        var link = await InviteAsync(owner, firm, "Read");
        await factory.AddPersonAsync(Roles.Merchant, "has-account");
        using var phone = factory.CreatePlainClient("zh-CN");
        var signIn = (await phone.GetPageAsync(link)).QuerySelector("main a[href^='/sign-in']")!.GetAttribute("href")!;
        using var signedIn = await phone.SubmitAsync(await phone.GetPageAsync(signIn), "form:has([type=password])", new() { ["Input.UserName"] = "has-account", ["Input.Password"] = Infrastructure.People.Password });
        Assert.Equal(link, signedIn.Address());

        using var joined = await phone.SubmitAsync(await phone.GetPageAsync(link), "main form:not([action='/sign-out'])", []);

        Assert.Equal($"/firms/{firm}", joined.Address());
        Assert.Equal(FirmPower.Read, await factory.WithDatabaseAsync(db => db.Mandates.Where(m => m.FirmId == firm && m.Granted == FirmPower.Read).Select(m => m.Granted).SingleAsync()));
    }

    [Fact]
    public async Task A_link_that_was_taken_back_opens_no_more_and_a_made_up_one_looks_the_same()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("inviting-3", "92371721MA3RB5H87D");
        var link = await InviteAsync(owner, firm, "Act");
        using var revoked = await owner.SubmitAsync(await owner.GetPageAsync($"/firms/{firm}/people"), "form:has([name='Input.Invitation'])", []);
        Assert.Equal(HttpStatusCode.Found, revoked.StatusCode);

        using var visitor = factory.CreatePlainClient("zh-CN");
        using var dead = await visitor.GetAsync(link);
        using var invented = await visitor.GetAsync("/join/0000000000000000");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (dead.StatusCode, invented.StatusCode));
        Assert.Equal((await invented.ReadPageAsync()).QuerySelector("main")!.Text(), (await dead.ReadPageAsync()).QuerySelector("main")!.Text());
    }

    [Theory]
    [InlineData("Account.DisplayName", "", "f-Account-DisplayName", "请填写此项。")]
    [InlineData("Account.UserName", "小李", "f-Account-UserName", "用户名只能用英文字母、数字、点、横线和下划线。")]
    [InlineData("Account.UserName", "has-a-name", "f-Account-UserName", "用户名“has-a-name”已被使用，请换一个。")]
    [InlineData("Account.Password", "short", "f-Account-Password", "新密码至少 10 个字符。")]
    [InlineData("Account.Password", "the-new-merchant", "f-Account-Password", "这个新密码不能使用，请换一个。")]
    public async Task What_is_wrong_with_a_new_account_is_told_at_its_field_and_what_was_typed_stays(string field, string value, string id, string message)
    {
        await factory.AddPersonAsync(Roles.Merchant, "has-a-name");
        using var visitor = factory.CreatePlainClient("zh-CN");
        var answers = Account("the-new-merchant");
        answers[field] = value;

        using var answer = await visitor.SubmitAsync(await visitor.GetPageAsync("/account/new"), AccountForm, answers);

        var page = await answer.ReadPageAsync();
        Assert.EndsWith(message, page.ErrorAt(id), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".field-error"));
        Assert.Equal(answers["Account.UserName"], page.QuerySelector("[name='Account.UserName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_new_account_alone_can_do_nothing_but_record_a_firm()
    {
        var (_, firm, _) = await factory.SignedInWithFirmAsync("somebody-else", "91371721MA3PL5Q3XP");
        using var visitor = factory.CreatePlainClient("zh-CN");
        using var opened = await visitor.SubmitAsync(await visitor.GetPageAsync("/account/new"), AccountForm, Account("alone"));
        Assert.Equal("/mine", opened.Address());

        var mine = await visitor.GetPageAsync("/mine");
        var report = await visitor.GetPageAsync("/report/new");

        Assert.NotNull(mine.QuerySelector("a[href='/firms/new']"));
        Assert.Null(mine.QuerySelector("[name='Input.Firm']"));
        Assert.Null(report.QuerySelector("main form"));
        foreach (var address in new[] { $"/firms/{firm}", $"/firms/{firm}/people", $"/firms/{firm}/mandates", $"/firms/{firm}/done", $"/firms/{firm}/renew", $"/firms/{firm}/people/invite" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_without_a_name_or_role_is_refused_at_its_fields()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("inviting-4", "92371721MA3WD2K69E");

        using var answer = await owner.SubmitAsync(await owner.GetPageAsync($"/firms/{firm}/people/invite"), "form:has([name='Input.Invited'])", []);

        var page = await answer.ReadPageAsync();
        Assert.EndsWith("请填写此项。", page.ErrorAt("f-Input-Invited"), StringComparison.Ordinal);
        Assert.EndsWith("请选择身份：负责人、经办或查阅。", page.ErrorAt("f-Input-Power"), StringComparison.Ordinal);
        Assert.Null(page.GetElementById("invite-link"));
    }

    private static Dictionary<string, string?> Account(string userName) => new()
    {
        ["Account.DisplayName"] = "小李",
        ["Account.UserName"] = userName,
        ["Account.Password"] = "a password of one's own",
    };

    private static async Task<string> InviteAsync(HttpClient owner, Guid firm, string power)
    {
        using var sent = await owner.SubmitAsync(
            await owner.GetPageAsync($"/firms/{firm}/people/invite"), "form:has([name='Input.Invited'])", new() { ["Input.Invited"] = "小李", ["Input.Power"] = power });
        var page = await sent.ReadPageAsync();
        return new Uri(page.GetElementById("invite-link")!.Text()).PathAndQuery;
    }
}
