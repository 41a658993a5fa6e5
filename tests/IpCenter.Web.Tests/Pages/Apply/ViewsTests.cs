using System.Net;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Apply;

public sealed class ViewsTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_picture_is_checked_at_once_and_its_remarks_stand_under_it()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("small-picture");
        var draft = await client.StartDraftAsync();

        using var answer = await client.UploadAsync(draft, "Front", Pictures.Product(5, size: 200));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var card = (await client.GetPageAsync($"/apply/{draft}/views")).QuerySelector("#view-1-Front")!;
        Assert.NotNull(card.QuerySelector("img"));
        Assert.Contains("IMG-", card.QuerySelector(".remark")!.Text());
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_in_words_at_its_place_and_nothing_is_lost()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("hostile", "91371721MA3T9W6C46");
        var draft = await client.StartDraftAsync();
        await client.UploadAsync(draft, "Front", Pictures.Product(6));

        using var answer = await client.UploadAsync(draft, "Back", "<svg onload=alert(1)>"u8.ToArray());

        var page = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("#view-1-Back .field-error"));
        Assert.Null(page.QuerySelector("#view-1-Front .field-error"));
        Assert.NotNull(page.QuerySelector("#view-1-Front img"));
    }

    [Fact]
    public async Task Two_pictures_change_places()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("mixed-up", "92371721MA3RB5H87D");
        var draft = await client.StartDraftAsync();
        await client.UploadAsync(draft, "Left", Pictures.Product(7));
        await client.UploadAsync(draft, "Right", Pictures.Product(8));
        var before = await ViewsAsync(draft);

        var page = await client.GetPageAsync($"/apply/{draft}/views");
        await client.SubmitAsync(page, "#view-1-Left form", new() { ["Input.Action"] = "move", ["Input.Target"] = "Right" });

        var after = await ViewsAsync(draft);
        Assert.Equal(before["Left"], after["Right"]);
        Assert.Equal(before["Right"], after["Left"]);
    }

    [Fact]
    public async Task A_face_is_left_out_with_a_reason_that_a_picture_takes_back()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("left-out", "91371721MA00000017");
        var draft = await client.StartDraftAsync();
        var page = await client.GetPageAsync($"/apply/{draft}/views");

        await client.SubmitAsync(page, "#view-1-Bottom form", new() { ["Input.Action"] = "omit", ["Input.Reason"] = "NotVisibleInUse" });
        Assert.Contains("使用时不容易看到", (await client.GetPageAsync($"/apply/{draft}/views")).QuerySelector("#view-1-Bottom .place-omitted")!.Text());

        await client.UploadAsync(draft, "Bottom", Pictures.Product(9));
        Assert.Null((await client.GetPageAsync($"/apply/{draft}/views")).QuerySelector(".place-omitted"));
    }

    [Fact]
    public async Task A_place_that_does_not_exist_is_refused()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("no-place", "91371721MA00000025");
        var draft = await client.StartDraftAsync();
        var page = await client.GetPageAsync($"/apply/{draft}/views");

        await client.SubmitAsync(
            page, "#view-1-Front form", new() { ["Input.Action"] = "upload", ["Input.Position"] = "0" }, ("Input.File", "a.png", Pictures.Product(1), "image/png"));

        Assert.Empty(await ViewsAsync(draft));
    }

    private Task<Dictionary<string, Guid>> ViewsAsync(Guid draft) => factory.WithDatabaseAsync(db =>
        db.ApplicationViews.Where(v => v.ApplicationId == draft && v.ReplacedAt == null).ToDictionaryAsync(v => v.Position, v => v.ImageId));
}
