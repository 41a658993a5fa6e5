using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Apply;

public sealed class WizardTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_merchant_files_from_the_first_question_to_the_receipt()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("whole-journey");
        var draft = await client.StartDraftAsync();
        await client.FillInAsync(draft);

        var check = await client.GetPageAsync($"/apply/{draft}/check");
        Assert.Contains("可以提交", check.QuerySelector("main")!.Text());
        using var submitted = await client.SubmitAsync(check, "form:has(.btn-lg)", []);

        Assert.Equal($"/cases/{draft}/receipt", submitted.Address());
        var receipt = await client.GetPageAsync($"/cases/{draft}/receipt");
        Assert.Matches(@"^CX-D-2026-\d{5}$", receipt.QuerySelector(".receipt-number")!.Text());
        var page = await client.GetPageAsync($"/cases/{draft}");
        Assert.Contains("马面裙", page.QuerySelector("h1")!.Text());
        Assert.NotNull(page.QuerySelector(".clocks"));
    }

    [Fact]
    public async Task Answers_are_saved_and_shown_again()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("comes-back", "91371721MA3T9W6C46");
        var draft = await client.StartDraftAsync();

        var next = await client.FillAsync(draft, "shown", new() { ["Input.Kind"] = "Livestream", ["Input.On"] = "2026-11-01" });

        Assert.Equal($"/apply/{draft}/shown?check=true", next);
        var page = await client.GetPageAsync(next);
        Assert.Equal("Livestream", page.QuerySelector("[name='Input.Kind'][checked]")!.GetAttribute("value"));
        Assert.Equal("2026-11-01", page.QuerySelector("[name='Input.On']")!.GetAttribute("value"));
        Assert.Contains("SUB-05", page.QuerySelector(".error-summary")!.Text());
    }

    [Fact]
    public async Task An_unfinished_step_is_saved_and_does_not_hold_anybody_up()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("unfinished", "92371721MA3RB5H87D");
        var draft = await client.StartDraftAsync();

        await client.FillAsync(draft, "product", new() { ["Input.Name"] = "", ["Input.Use"] = "用于演出" });

        Assert.Equal("用于演出", await factory.WithDatabaseAsync(async db => (await db.Applications.SingleAsync(a => a.Id == draft)).Form.Brief.Use));
        var later = await client.GetPageAsync($"/apply/{draft}/views");
        Assert.Equal(7, later.QuerySelectorAll(".place:not(.place-further)").Length);
    }

    [Fact]
    public async Task What_blocks_is_listed_with_a_way_to_the_step_where_it_is_mended()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("blocked", "91371721MA00000017");
        var draft = await client.StartDraftAsync();

        var check = await client.GetPageAsync($"/apply/{draft}/check");

        Assert.Null(check.QuerySelector("form .btn-lg"));
        Assert.NotNull(check.QuerySelector($".remark-block a[href='/apply/{draft}/shown?check=true']"));
        Assert.NotNull(check.QuerySelector($".remark-block a[href='/apply/{draft}/product?check=true#f-Input-Name']"));
    }

    [Fact]
    public async Task A_draft_is_there_for_its_firm_alone()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("owner", "91371721MA00000025");
        var draft = await client.StartDraftAsync();
        var (stranger, _, _) = await factory.SignedInWithFirmAsync("stranger", "91371721MA00000033");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);

        foreach (var address in new[] { $"/apply/{draft}/shown", $"/apply/{draft}/views", $"/cases/{draft}", $"/cases/{draft}/receipt" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await examiner.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_class_outside_the_accepted_list_is_said_at_the_class()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("outside", "91371721MA00000041");
        var draft = await client.StartDraftAsync();

        var next = await client.FillAsync(draft, "class", new() { ["Input.Code"] = "other", ["Input.Other"] = "12-08" });

        var page = await client.GetPageAsync(next);
        Assert.EndsWith("class?check=true", next);
        Assert.Contains("12-08", page.QuerySelector(".error-summary")!.Text());
        Assert.Equal("12-08", page.QuerySelector("[name='Input.Other'] [selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_class_is_suggested_with_the_words_that_led_to_it()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("suggested", "91371721MA0000005X");
        var draft = await client.StartDraftAsync();
        await client.FillAsync(draft, "product", new() { ["Input.Name"] = "马面裙", ["Input.Use"] = "用于穿着", ["Input.Shape"] = "ThreeDimensional" });

        var page = await client.GetPageAsync($"/apply/{draft}/class");

        var first = page.QuerySelector("[name='Input.Code']")!;
        Assert.Equal("02-02", first.GetAttribute("value"));
        Assert.Contains("马面裙", first.ParentElement!.Text());
    }

    [Fact]
    public async Task Who_presses_submit_again_in_an_old_window_sees_the_receipt()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("old-window", "92371721MA3WD2K69E");
        var draft = await client.StartDraftAsync();
        await client.FillInAsync(draft);
        var (check, people) = (await client.GetPageAsync($"/apply/{draft}/check"), await client.GetPageAsync($"/apply/{draft}/people"));
        (await client.SubmitAsync(check, "form:has(.btn-lg)", [])).Dispose();

        using var again = await client.SubmitAsync(check, "form:has(.btn-lg)", []);
        using var late = await client.SubmitAsync(people, "form[data-draft]", []);

        Assert.Equal((HttpStatusCode.Found, $"/cases/{draft}/receipt"), (again.StatusCode, again.Address()));
        Assert.Equal((HttpStatusCode.Found, $"/cases/{draft}/receipt"), (late.StatusCode, late.Address()));
    }
}
