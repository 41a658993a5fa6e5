using System.Net;
using IpCenter.Casework.Audit;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Firms;

/// <summary>An agent or a town officer, and the firm that decides about them.</summary>
public sealed class HelperTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task An_agent_acts_with_the_firms_consent_until_it_is_taken_back()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("consenting", "91371721MA3T9W6C46");
        using var agent = await factory.AddAgentAsync("agent-1", FirmPower.Act);
        using var asked = await agent.AskMandateAsync("91371721MA3T9W6C46");
        Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/firms/{firm}")).StatusCode);

        var page = (await owner.GetPageAsync($"/firms/{firm}/mandates")).QuerySelector(".todo a")!.GetAttribute("href")!;
        var question = await owner.GetPageAsync(page);
        Assert.Contains("代理春季新款的申请", question.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var consented = await owner.SubmitAsync(question, "form:has([name='Input.Power'])", []);
        Assert.Equal(HttpStatusCode.Found, consented.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync($"/firms/{firm}")).StatusCode);

        using var revoked = await owner.SubmitAsync(await owner.GetPageAsync(page), "form:has([name='Ending.Reason'])", new() { ["Ending.Reason"] = "换代理" });
        Assert.Equal(HttpStatusCode.Found, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/firms/{firm}")).StatusCode);
    }

    [Theory]
    [InlineData("Input.Purpose", "", "f-Input-Purpose", "请写明用途，企业会看到。")]
    [InlineData("Input.Power", "Govern", "f-Input-Power", "请选择范围。")]
    [InlineData("Input.Power", null, "f-Input-Power", "请选择范围。")]
    [InlineData("Input.Until", "2026-11-22", "f-Input-Until", "最后一天不能早于今天。")]
    [InlineData("Input.Until", "2028-01-01", "f-Input-Until", "期限最长 366 天。")]
    [InlineData("Input.CreditCode", "91371721MA3PT7Q9XT", "f-Input-CreditCode", "没有找到这个统一社会信用代码对应的备案企业。")]
    public async Task What_is_wrong_with_a_request_is_told_at_its_field(string field, string? value, string id, string message)
    {
        await factory.KnownFirmAsync("asked-firm", "92371721MA3WD2K69E");
        using var agent = await factory.AddAgentAsync("agent-2", FirmPower.Act);

        using var answer = await agent.AskMandateAsync("92371721MA3WD2K69E", new() { [field] = value });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.EndsWith(message, page.ErrorAt(id), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".field-error"));
    }

    [Fact]
    public async Task The_owner_gives_less_than_was_asked_for_and_is_refused_more()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("narrowing", "92371721MA3RB5H87D");
        using var agent = await factory.AddAgentAsync("agent-3", FirmPower.Act);
        (await agent.AskMandateAsync("92371721MA3RB5H87D", new() { ["Input.Power"] = "Read" })).Dispose();
        var page = await owner.GetPageAsync((await owner.GetPageAsync($"/firms/{firm}/mandates")).QuerySelector(".todo a")!.GetAttribute("href")!);
        Assert.Null(page.QuerySelector("[name='Input.Power'][value='Act']"));

        using var more = await owner.SubmitAsync(page, "form:has([name='Input.Power'])", new() { ["Input.Power"] = "Act", ["Input.Until"] = "2027-06-30" });
        using var less = await owner.SubmitAsync(page, "form:has([name='Input.Power'])", new() { ["Input.Power"] = "Notices", ["Input.Until"] = "2026-12-31" });

        var refused = await more.ReadPageAsync();
        Assert.EndsWith("请选择范围，不能超过对方的请求。", refused.ErrorAt("f-Input-Power"), StringComparison.Ordinal);
        Assert.EndsWith("请填写日期，最晚 2027-03-31。", refused.ErrorAt("f-Input-Until"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, less.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/firms/{firm}")).StatusCode);
        Assert.Contains("转告通知", (await agent.GetPageAsync("/mine")).QuerySelector(".card-list")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_open_when_the_consent_is_taken_back_is_not_saved_and_says_why()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("revoking", "91371721MA3QK8T21U");
        using var agent = await factory.AddAgentAsync("agent-4", FirmPower.Act, firm);
        var draft = await agent.StartDraftAsync();
        var (wizard, report) = (await agent.GetPageAsync($"/apply/{draft}/product"), await agent.GetPageAsync("/report/new"));
        var helper = (await owner.GetPageAsync($"/firms/{firm}/mandates")).QuerySelector(".todo a")!.GetAttribute("href")!;
        (await owner.SubmitAsync(await owner.GetPageAsync(helper), "form:has([name='Ending.Reason'])", [])).Dispose();

        using var saved = await agent.SubmitAsync(wizard, "form[data-draft]", new() { ["Input.Name"] = "来不及保存的名字" });
        using var reported = await agent.SubmitAsync(report, "form[data-report]", new() { ["Input.LinkOrRoom"] = "https://example.com/live", ["Input.DeclaredTrue"] = "true" });

        foreach (var answer in new[] { saved, reported })
        {
            // The form is not there any more for whom no firm is left to act for.
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        using var again = await agent.GetAsync($"/apply/{draft}/product");
        var said = (await again.ReadPageAsync()).QuerySelector("main")!.Text();
        Assert.Contains("由企业撤销", said, StringComparison.Ordinal);
        Assert.Contains("刚才填写的内容没有保存。", said, StringComparison.Ordinal);
        Assert.DoesNotContain("来不及保存的名字", (await owner.GetPageAsync("/mine")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_reads_nothing_about_mandates_where_there_is_nothing_for_them()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("quiet", "91371721MA3PL5Q3XP");
        var draft = await owner.StartDraftAsync();
        using var stranger = await factory.AddAgentAsync("agent-5", FirmPower.Act);

        using var secret = await stranger.GetAsync($"/apply/{draft}/product");
        using var nothing = await stranger.GetAsync($"/apply/{Guid.CreateVersion7(WebFactory.Start)}/product");

        Assert.Equal(HttpStatusCode.NotFound, secret.StatusCode);
        Assert.Equal((await nothing.ReadPageAsync()).QuerySelector("main")!.Text(), (await secret.ReadPageAsync()).QuerySelector("main")!.Text());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/firms/{firm}/mandates")).StatusCode);
    }

    [Fact]
    public async Task Everything_an_agent_does_in_the_firms_name_is_shown_to_the_firm_and_to_nobody_else()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("watching", "92371721MA3XH7C487");
        using var agent = await factory.AddAgentAsync("agent-6", FirmPower.Act, firm);
        var draft = await agent.StartDraftAsync();
        await agent.FillInAsync(draft);
        var check = await agent.GetPageAsync($"/apply/{draft}/check");
        (await agent.SubmitAsync(check, "form:has(.btn-lg)", [])).Dispose();

        var rows = (await owner.GetPageAsync($"/firms/{firm}/done")).QuerySelectorAll(".data-table tbody tr").ToList();

        var agentId = await factory.WithDatabaseAsync(db => db.Users.Where(p => p.UserName == "agent-6").Select(p => p.Id).SingleAsync());
        var recorded = await factory.WithDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.PersonId == agentId && e.Visibility == AuditVisibility.Parties));
        Assert.True(recorded >= 3, $"The agent did {recorded} things.");
        Assert.Equal(recorded, rows.Count);
        Assert.All(rows, row => Assert.Contains("专利代理", row.Text(), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/firms/{firm}/done")).StatusCode);
    }

    [Fact]
    public async Task No_form_of_one_client_shows_an_agent_anything_of_another()
    {
        var (_, first) = await factory.AddOtherFirmAsync("client-a", "91371721AY4CL12THN", "甲木业有限公司", "甲地址一号");
        var (secondOwner, second) = await factory.AddOtherFirmAsync("client-b", "93371721DD272HD1TY", "乙汉服合作社", "乙地址二号");
        using var agent = await factory.AddAgentAsync("agent-7", FirmPower.Act, first, second);
        await factory.AddDesignsOfAsync(second);
        // The other client's application is full of names.
        var other = await secondOwner.StartDraftAsync();
        await secondOwner.FillAsync(other, "product", new() { ["Input.Name"] = "乙的秘密马面裙", ["Input.Use"] = "用于日常穿着", ["Input.Shape"] = "Flat" });
        await secondOwner.FillAsync(other, "people", new() { ["Input.Designers"] = "乙设计师", ["Input.Promised"] = "true" });
        var mine = await agent.GetPageAsync("/mine");
        using var started = await agent.SubmitAsync(mine, "form:has([name='Input.Firm'])", new() { ["Input.Firm"] = first.ToString() });
        var draft = Guid.Parse(started.Address().Split('/')[^2]);

        string[] forms =
        [
            .. ((string[])["shown", "product", "class", "views", "brief", "people", "check"]).Select(step => $"/apply/{draft}/{step}"),
            $"/report/new?firm={first}", "/firms/mandate", "/firms/new",
        ];
        foreach (var address in forms)
        {
            var page = await agent.GetPageAsync(address);
            var form = string.Concat(page.QuerySelectorAll("main form").Select(f => f.OuterHtml));
            Assert.All(new[] { "乙", second.ToString(), other.ToString(), "93371721DD272HD1TY" }, of => Assert.DoesNotContain(of, form, StringComparison.Ordinal));
        }
        Assert.Contains("甲木业有限公司", (await agent.GetPageAsync($"/apply/{draft}/people")).QuerySelector("main form")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_was_begun_for_one_client_is_never_sent_for_another()
    {
        var (firstOwner, first) = await factory.AddOtherFirmAsync("client-c", "91371721MA3WD2K69H", "丙木业有限公司", "丙地址");
        var (_, second) = await factory.AddOtherFirmAsync("client-d", "91371721MA3RB5H87G", "丁木业有限公司", "丁地址");
        using var agent = await factory.AddAgentAsync("agent-8", FirmPower.Act, first, second);
        var open = await agent.GetPageAsync($"/report/new?firm={first}");
        var helper = (await firstOwner.GetPageAsync($"/firms/{first}/mandates")).QuerySelector(".todo a")!.GetAttribute("href")!;
        (await firstOwner.SubmitAsync(await firstOwner.GetPageAsync(helper), "form:has([name='Ending.Reason'])", [])).Dispose();

        using var sent = await agent.SubmitAsync(
            open, "form[data-report]", new() { ["Input.LinkOrRoom"] = "https://example.com/live", ["Input.Platform"] = "other", ["Input.DeclaredTrue"] = "true" },
            ("Input.Files", "shot.png", IpCenter.Testing.Pictures.Product(4), "image/png"));

        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Equal(0, await factory.WithDatabaseAsync(db => db.Cases.CountAsync(c => c.FirmId == second || c.FirmId == first)));
    }
}
