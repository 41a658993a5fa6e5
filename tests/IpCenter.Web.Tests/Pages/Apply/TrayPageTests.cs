using System.Net;
using AngleSharp.Html.Dom;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>Pictures in any number and order, without JavaScript: into the tray, proposed, placed, taken back.</summary>
public sealed class TrayPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Several_pictures_come_at_once_and_each_has_a_proposal_with_reasons()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("tray-many");
        var draft = await client.StartDraftAsync();

        using var answer = await SendAsync(client, draft, ("主视图.jpg", "wood-stool-01/front.jpg"), ("DSC1.jpg", "wood-stool-01/perspective.jpg"));

        Assert.Equal($"/apply/{draft}/views#tray-1", answer.Address() + new Uri(new Uri("http://localhost"), answer.Headers.Location!).Fragment);
        var page = await client.GetPageAsync($"/apply/{draft}/views");
        var items = page.QuerySelectorAll(".tray-item");
        Assert.Equal(2, items.Length);
        Assert.Contains("有把握 应该是“主视图”", Plain(items[0].QuerySelector(".tray-words")!.Text()), StringComparison.Ordinal);
        Assert.Contains("文件名就是这么写的", items[0].QuerySelector(".tray-reasons")!.Text(), StringComparison.Ordinal);
        Assert.Empty(await PlacesAsync(draft));
    }

    [Fact]
    public async Task One_tap_takes_the_proposal_and_undo_gives_it_back()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("tray-tap", "91371721MA3T9W6C46");
        var draft = await client.StartDraftAsync();
        await SendAsync(client, draft, ("front.jpg", "wood-box-01/front.jpg"));
        var page = await client.GetPageAsync($"/apply/{draft}/views");
        var button = (IHtmlButtonElement)page.QuerySelector(".tray-takes button")!;

        await client.SubmitAsync(page, ".tray-item form", new() { ["Input.Action"] = button.Value });
        Assert.Equal("Front", Assert.Single(await PlacesAsync(draft)));

        page = await client.GetPageAsync($"/apply/{draft}/views");
        Assert.Empty(page.QuerySelectorAll(".tray-item"));
        Assert.Contains("上一步：放好了图片", page.QuerySelector(".undo")!.Text(), StringComparison.Ordinal);
        await client.SubmitAsync(page, ".undo", new() { ["Input.Action"] = "undo" });

        Assert.Empty(await PlacesAsync(draft));
        Assert.Single((await client.GetPageAsync($"/apply/{draft}/views")).QuerySelectorAll(".tray-item"));
    }

    [Fact]
    public async Task All_that_is_certain_is_placed_at_once_and_what_is_not_stays()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("tray-all", "92371721MA3RB5H87D");
        var draft = await client.StartDraftAsync();
        await SendAsync(client, draft, ("主视图.jpg", "wood-stool-01/front.jpg"), ("立体图.jpg", "wood-stool-01/perspective.jpg"), ("DSC7.jpg", "wood-stool-01/left.jpg"));
        var page = await client.GetPageAsync($"/apply/{draft}/views");

        await client.SubmitAsync(page, ".tray-all", new() { ["Input.Action"] = "place-all" });

        Assert.Equal(["Front", "Perspective"], await PlacesAsync(draft));
        var item = Assert.Single((await client.GetPageAsync($"/apply/{draft}/views")).QuerySelectorAll(".tray-item"));
        Assert.Contains("没有把握", item.Text(), StringComparison.Ordinal);
        Assert.Contains("左视图”或者“右视图", item.Text(), StringComparison.Ordinal);
        var check = await client.GetPageAsync($"/apply/{draft}/check");
        Assert.Contains("还有 1 张图片没有放好", check.QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_placed_by_the_list_and_taken_out_again()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("tray-list", "91371721MA00000017");
        var draft = await client.StartDraftAsync();
        await SendAsync(client, draft, ("a.jpg", "fan-01/front.jpg"));
        var page = await client.GetPageAsync($"/apply/{draft}/views");
        await client.SubmitAsync(page, ".tray-item form", new() { ["Input.Action"] = "place", ["Input.Target"] = "1:UseReference" });
        Assert.Equal("UseReference", Assert.Single(await PlacesAsync(draft)));

        page = await client.GetPageAsync($"/apply/{draft}/views");
        await client.SubmitAsync(page, "#view-1-UseReference form", new() { ["Input.Action"] = "take-back" });

        Assert.Empty(await PlacesAsync(draft));
        Assert.Single((await client.GetPageAsync($"/apply/{draft}/views")).QuerySelectorAll(".tray-item"));
    }

    [Fact]
    public async Task What_is_no_picture_is_named_at_the_tray_and_the_others_are_kept()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("tray-bad", "91371721MA00000025");
        var draft = await client.StartDraftAsync();
        var page = await client.GetPageAsync($"/apply/{draft}/views");

        using var answer = await client.SubmitAsync(page, "[data-tray-form]", new() { ["Input.Action"] = "receive" },
            ("Input.Files", "账单.pdf", "%PDF-1.7"u8.ToArray(), "application/pdf"), ("Input.Files", "好的.png", Pictures.Product(1), "image/png"));

        var shown = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("账单.pdf", shown.QuerySelector("#tray-1 .field-error")!.Text(), StringComparison.Ordinal);
        Assert.Equal("好的.png", shown.QuerySelector(".tray-item img")!.GetAttribute("alt"));
    }

    [Fact]
    public async Task An_unsorted_picture_is_there_for_its_firm_alone()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("tray-owner", "91371721MA00000033");
        var draft = await client.StartDraftAsync();
        await SendAsync(client, draft, ("a.jpg", "fan-01/front.jpg"));
        var image = await factory.WithDatabaseAsync(db => db.TrayPictures.Where(p => p.ApplicationId == draft).Select(p => p.ImageId).SingleAsync());
        var (stranger, _, _) = await factory.SignedInWithFirmAsync("tray-stranger", "91371721MA00000041");
        using var examiner = await factory.SignedInAsAsync(IpCenter.Casework.People.Roles.Examiner);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/images/{image}/thumbnail")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/images/{image}/thumbnail")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await examiner.GetAsync($"/images/{image}/thumbnail")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Guid draft, params (string Name, string File)[] files)
    {
        var page = await client.GetPageAsync($"/apply/{draft}/views");
        return await client.SubmitAsync(page, "[data-tray-form]", new() { ["Input.Action"] = "receive" },
            [.. files.Select(file => ("Input.Files", file.Name, File.ReadAllBytes(Repository.PathTo($"data/demo/images/{file.File}")), "image/jpeg"))]);
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<List<string>> PlacesAsync(Guid draft) => factory.WithDatabaseAsync(db =>
        db.ApplicationViews.Where(v => v.ApplicationId == draft && v.ReplacedAt == null).Select(v => v.Position).Order().ToListAsync());
}
