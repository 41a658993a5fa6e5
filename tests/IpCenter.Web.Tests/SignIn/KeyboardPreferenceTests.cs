using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.SignIn;

/// <summary>Single keys can be turned off (WCAG 2.1.4), and stay so with the person.</summary>
public sealed class KeyboardPreferenceTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Account = "form:has([name='Input.Keys'])";

    [Fact]
    public async Task The_choice_in_the_account_stays_with_the_person_on_another_device()
    {
        var person = await factory.AddPersonAsync(Roles.Examiner, "keys-off");
        using var client = factory.CreatePlainClient();
        await client.SignInAsync(person.UserName!);
        var page = await client.GetPageAsync("/account");
        Assert.Null(page.DocumentElement.GetAttribute("data-keys"));
        Assert.NotNull(page.QuerySelector("[name='Input.Keys'][value=on][checked]"));

        using var saved = await client.SubmitAsync(page, Account, new() { ["Input.Keys"] = "off" });

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal("off", (await client.GetPageAsync("/examine")).DocumentElement.GetAttribute("data-keys"));
        using var other = factory.CreatePlainClient();
        await other.SignInAsync(person.UserName!);
        var queue = await other.GetPageAsync("/examine");
        Assert.Equal("off", queue.DocumentElement.GetAttribute("data-keys"));
        Assert.Contains("已关闭", queue.QuerySelector("[data-keyboard-help] summary")!.Text(), StringComparison.Ordinal);
        Assert.NotNull((await other.GetPageAsync("/account")).QuerySelector("[name='Input.Keys'][value=off][checked]"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task What_is_neither_on_nor_off_changes_nothing(string? sent)
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, $"keys-{sent}");
        using var client = factory.CreatePlainClient();
        await client.SignInAsync(person.UserName!);

        using var saved = await client.SubmitAsync(await client.GetPageAsync("/account"), Account, new() { ["Input.Keys"] = sent, ["Input.Language"] = "en" });

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        var kept = await factory.WithDatabaseAsync(db => db.Users.SingleAsync(p => p.Id == person.Id));
        Assert.Equal((false, "en"), (kept.KeyboardShortcutsOff, kept.Language));
    }

    [Fact]
    public async Task The_keyboard_help_turns_them_off_and_on_for_a_guest_too()
    {
        using var guest = factory.CreatePlainClient("en");
        var page = await guest.GetPageAsync("/dev/components");

        foreach (var (said, expected) in new[] { ("false", "off"), ("true", (string?)null) })
        {
            using var set = await guest.SubmitAsync(page, "form[action='/keyboard-shortcuts']", new() { ["on"] = said });
            Assert.Equal(HttpStatusCode.Found, set.StatusCode);
            page = await guest.GetPageAsync(set.Headers.Location!.OriginalString);
            Assert.Equal(expected, page.DocumentElement.GetAttribute("data-keys"));
        }
    }

    [Fact]
    public async Task It_is_set_by_the_pages_own_form_alone()
    {
        using var client = await factory.SignedInAsAsync(Roles.Examiner);

        using var forged = await client.PostAsync("/keyboard-shortcuts", new FormUrlEncodedContent([new("on", "false"), new("back", "/")]));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }
}
