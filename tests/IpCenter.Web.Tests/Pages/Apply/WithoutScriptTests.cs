using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>The step "pictures" on a phone whose scripts are off: what was chosen is kept, whichever button is pressed.</summary>
[Collection(Browser.Collection)]
public sealed class WithoutScriptTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Fact]
    public async Task Pictures_that_were_chosen_go_with_next()
    {
        var (phone, draft) = await OpenAsync("next", "91371721MA3QK8T21U");
        await phone.SetInputFilesAsync("#view-1-Front-file", Png("前.png", 1));
        await phone.SetInputFilesAsync("#view-1-Back-photo", Png("后.png", 2));
        await phone.SelectOptionAsync("#further-1-kind", "UseReference");
        await phone.SetInputFilesAsync("#further-1-file", Png("模特.png", 3));
        await phone.SetInputFilesAsync("[data-tray-form] input[multiple]", [Png("a.png", 4), Png("b.png", 5)]);

        await phone.ClickAsync("#views-next button");

        await phone.WaitForURLAsync($"**/apply/{draft}/brief");
        Assert.Equal(["Back 后.png", "Front 前.png", "UseReference 模特.png"], await PlacesAsync(draft));
        Assert.Equal(2, await factory.WithDatabaseAsync(db => db.TrayPictures.CountAsync(p => p.ApplicationId == draft)));
    }

    [Fact]
    public async Task The_button_beside_a_picture_keeps_the_others_too_and_stays()
    {
        var (phone, draft) = await OpenAsync("stay", "91371721MA3T9W6C46");
        await phone.SetInputFilesAsync("#view-1-Front-file", Png("前.png", 1));
        await phone.SetInputFilesAsync("#view-1-Left-file", new FilePayload { Name = "账单.pdf", MimeType = "application/pdf", Buffer = Papers.Pdf("bill") });

        await phone.ClickAsync("#view-1-Front .upload-send");

        await Assertions.Expect(phone.Locator("#view-1-Left .field-error")).ToContainTextAsync("账单.pdf");
        await Assertions.Expect(phone.Locator("#view-1-Front img")).ToHaveCountAsync(1);
        Assert.Equal(["Front 前.png"], await PlacesAsync(draft));
        await phone.ClickAsync("#views-next button");
        await phone.WaitForURLAsync($"**/apply/{draft}/brief");
    }

    [Fact]
    public async Task A_photograph_and_a_file_of_one_place_are_both_kept()
    {
        var (phone, draft) = await OpenAsync("both", "91371721MA00000025");
        await phone.SelectOptionAsync("#further-1-kind", "UseReference");
        await phone.SetInputFilesAsync("#further-1-photo", Png("拍.png", 1));
        await phone.SetInputFilesAsync("#further-1-file", Png("选.png", 2));
        await phone.SetInputFilesAsync("#view-1-Front-photo", Png("拍前.png", 3));
        await phone.SetInputFilesAsync("#view-1-Front-file", Png("选前.png", 4));

        await phone.ClickAsync("#views-next button");

        await phone.WaitForURLAsync($"**/apply/{draft}/brief");
        Assert.Equal(["拍.png", "选.png", "选前.png"], (await PlacesAsync(draft)).Select(place => place.Split(' ')[1]).Order(StringComparer.Ordinal));
        Assert.Equal("拍前.png", await factory.WithDatabaseAsync(db => db.TrayPictures.Where(p => p.ApplicationId == draft)
            .Join(db.Images, p => p.ImageId, i => i.Id, (p, i) => i.FileName).SingleAsync()));
    }

    [Fact]
    public async Task The_button_beside_a_place_without_a_file_says_so_at_that_place()
    {
        var (phone, draft) = await OpenAsync("none", "91371721MA00000017");
        await phone.SetInputFilesAsync("#view-1-Back-file", Png("后.png", 2));

        await phone.ClickAsync("#view-1-Front .upload-send");

        await Assertions.Expect(phone.Locator("#view-1-Front .field-error")).ToContainTextAsync("还没有选择图片");
        await Assertions.Expect(phone.Locator("[data-views] .field-error")).ToHaveCountAsync(1);
        Assert.Equal(["Back 后.png"], await PlacesAsync(draft));
        await phone.ClickAsync("#further-1 .upload-send");
        await Assertions.Expect(phone.Locator("#further-1 .field-error")).ToHaveCountAsync(1);
        await phone.ClickAsync("#tray-1 .upload-send");
        await Assertions.Expect(phone.Locator("#tray-1 .field-error")).ToHaveCountAsync(1);
    }

    private async Task<(IPage Phone, Guid Draft)> OpenAsync(string name, string creditCode)
    {
        var (_, merchant) = await factory.AddMerchantAsync($"no-script-{name}", creditCode);
        var phone = await browser.OpenAsync(factory, 390, javaScript: false);
        await phone.SignInAsync(merchant.UserName!);
        await phone.GotoAsync("/mine");
        await phone.ClickAsync("form:has([name='Input.Firm']) button");
        await phone.WaitForURLAsync("**/apply/**");
        var draft = Guid.Parse(new Uri(phone.Url).Segments[2].TrimEnd('/'));
        await phone.GotoAsync($"/apply/{draft}/views");
        return (phone, draft);
    }

    private Task<List<string>> PlacesAsync(Guid draft) => factory.WithDatabaseAsync(db => db.ApplicationViews
        .Where(v => v.ApplicationId == draft && v.ReplacedAt == null)
        .Join(db.Images, v => v.ImageId, i => i.Id, (v, i) => v.Position + " " + i.FileName).Order().ToListAsync());

    private static FilePayload Png(string name, int seed) => new() { Name = name, MimeType = "image/png", Buffer = Pictures.Product(seed) };
}
