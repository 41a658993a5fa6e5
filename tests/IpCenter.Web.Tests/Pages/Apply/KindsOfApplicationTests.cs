using System.Net;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>Sets, similar designs, priority and the grace period; two windows; an old application used again.</summary>
public sealed class KindsOfApplicationTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Each_piece_of_a_set_is_asked_for_and_named_in_the_brief_description()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("set");
        var draft = await client.StartDraftAsync();

        var next = await client.FillAsync(draft, "product", new() { ["Input.Name"] = "茶具", ["Input.Use"] = "用于饮茶", ["Input.Kind"] = "Set", ["Input.Count"] = "2", ["Input.Shape"] = "ThreeDimensional" });
        Assert.Equal($"/apply/{draft}/product", next);
        await client.FillAsync(draft, "product", new()
        {
            ["Input.Designs[0].Name"] = "茶壶",
            ["Input.Designs[1].Name"] = "茶杯",
            ["Input.Designs[1].Class"] = "02-02",
        });

        var brief = await client.GetPageAsync($"/apply/{draft}/brief");
        Assert.Contains("套件1：茶壶。", brief.QuerySelector(".preview")!.Text(), StringComparison.Ordinal);
        await client.FillAsync(draft, "class", new() { ["Input.Code"] = "other", ["Input.Other"] = "07-01" });
        Assert.Contains("UNITY-02", (await client.GetPageAsync($"/apply/{draft}/check")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_a_similar_design_differs_is_shown_to_the_examiner_and_not_filed()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("similar", "91371721MA3T9W6C46");
        var draft = await client.StartDraftAsync();
        await client.FillAsync(draft, "product", new() { ["Input.Name"] = "马面裙", ["Input.Use"] = "用于穿着", ["Input.Kind"] = "SimilarDesigns", ["Input.Count"] = "2" });
        await client.FillAsync(draft, "product", new() { ["Input.Designs[1].Difference"] = "裙门花纹由云纹改为鹤纹" });

        var check = await client.GetPageAsync($"/apply/{draft}/check");

        Assert.Contains("裙门花纹由云纹改为鹤纹", check.QuerySelector(".as-examined .facts")!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("鹤纹", check.QuerySelector(".as-examined .brief-text")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_of_the_grace_period_is_said_with_its_reason()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("grace", "92371721MA3RB5H87D");
        var draft = await client.StartDraftAsync();

        await client.FillAsync(draft, "shown", new() { ["Input.Kind"] = "RecognisedExhibition", ["Input.On"] = "2026-08-06" });

        // 6 February 2027 lies in the Spring Festival: the day moves to the first working day after it.
        var note = (await client.GetPageAsync($"/apply/{draft}/shown")).QuerySelector(".term-note")!;
        Assert.Contains("宽限期最后一天：2027年2月11日", note.Text(), StringComparison.Ordinal);
        Assert.Contains("专利法第24条", note.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_priorities_are_claimed_each_with_its_last_day()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("priority", "91371721MA00000017");
        var draft = await client.StartDraftAsync();
        await client.FillAsync(draft, "people", new() { ["Input.Priorities[0].Country"] = "jp", ["Input.Priorities[0].Number"] = "2026-012345", ["Input.Priorities[0].Date"] = "2026-07-01" });
        await client.FillAsync(draft, "people", new() { ["Input.Priorities[1].Country"] = "CN", ["Input.Priorities[1].Number"] = "202630000001.0", ["Input.Priorities[1].Date"] = "2026-01-05", ["Input.Priorities[1].Granted"] = "true" });

        var claims = await factory.WithDatabaseAsync(async db => (await db.Applications.SingleAsync(a => a.Id == draft)).Form.Priorities);
        Assert.Equal(["JP", "CN"], claims.Select(claim => claim.Country));
        var page = await client.GetPageAsync($"/apply/{draft}/people");
        Assert.Contains("可以要求优先权的最后一天：2027年1月4日", page.QuerySelector("#priorities")!.Text(), StringComparison.Ordinal);
        var check = (await client.GetPageAsync($"/apply/{draft}/check")).QuerySelector("main")!.Text();
        Assert.Contains("PRIO-01", check, StringComparison.Ordinal);
        Assert.Contains("PRIO-02", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_window_is_told_and_loses_nothing()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("windows", "91371721MA00000025");
        var draft = await client.StartDraftAsync();
        var (one, other) = (await client.GetPageAsync($"/apply/{draft}/product"), await client.GetPageAsync($"/apply/{draft}/product"));
        await client.SubmitAsync(one, "form[data-draft]", new() { ["Input.Name"] = "马面裙" });

        using var refused = await client.SubmitAsync(other, "form[data-draft]", new() { ["Input.Name"] = "百褶裙" });

        var page = await refused.ReadPageAsync();
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("从另一个窗口保存过这一步", page.QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal("百褶裙", page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal("马面裙", await NameAsync(draft));

        using var overruled = await client.SubmitAsync(page, "form[data-draft]", new() { ["Opened.Overrules"] = "true" });
        Assert.Equal(HttpStatusCode.Found, overruled.StatusCode);
        Assert.Equal("百褶裙", await NameAsync(draft));
    }

    [Fact]
    public async Task What_blocks_leads_to_the_very_field()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("very-field", "91371721MA00000033");
        var draft = await client.StartDraftAsync();
        var check = await client.GetPageAsync($"/apply/{draft}/check");

        foreach (var (step, fragment) in new[] { ("product", "f-Input-Name"), ("brief", "f-Input-DesignPoints"), ("people", "f-Input-Designers"), ("people", "promise") })
        {
            Assert.NotNull(check.QuerySelector($"a[href='/apply/{draft}/{step}?check=true#{fragment}']"));
            Assert.NotNull((await client.GetPageAsync($"/apply/{draft}/{step}")).GetElementById(fragment));
        }
    }

    [Fact]
    public async Task A_withdrawn_application_is_used_again()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("again", "91371721MA00000041");
        var draft = await client.StartDraftAsync();
        await client.FillInAsync(draft);
        await client.SubmitAsync(await client.GetPageAsync($"/apply/{draft}/check"), "form:has(.btn-lg)", []);
        Assert.Null((await client.GetPageAsync($"/cases/{draft}")).QuerySelector("#copy"));
        await factory.RunProcessesAsync();
        await factory.WithDatabaseAsync(async db =>
        {
            (await db.Cases.SingleAsync(c => c.Id == draft)).Close("withdrawn", factory.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        using var copied = await client.SubmitAsync(await client.GetPageAsync($"/cases/{draft}"), "form:has([name='Input.Pictures'])", new() { ["Input.Pictures"] = "true" });

        Assert.Matches("/apply/[0-9a-f-]{36}/shown$", copied.Address());
        var copy = Guid.Parse(copied.Address().Split('/')[^2]);
        Assert.Equal("马面裙", await NameAsync(copy));
        Assert.NotNull((await client.GetPageAsync($"/apply/{copy}/views")).QuerySelector("#view-1-Front img"));
        Assert.Contains("SUB-05", (await client.GetPageAsync($"/apply/{copy}/check")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    private Task<string> NameAsync(Guid draft) => factory.WithDatabaseAsync(async db => (await db.Applications.AsNoTracking().SingleAsync(a => a.Id == draft)).Form.ProductName);
}
