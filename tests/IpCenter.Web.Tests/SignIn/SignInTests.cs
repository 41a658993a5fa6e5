using System.Net;
using IpCenter.Casework.Demo;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.SignIn;

public sealed class SignInTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_right_password_opens_a_session_that_scripts_and_other_sites_cannot_use()
    {
        var person = await factory.AddPersonAsync(Roles.Examiner, "opens-a-session");
        using var client = factory.CreatePlainClient();

        using var answer = await client.TrySignInAsync(person.UserName!);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("ipcenter=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var account = await client.GetPageAsync("/account");
        Assert.Contains(person.DisplayName, account.Body!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, "same-answer");
        using var client = factory.CreatePlainClient();

        using var wrongPassword = await client.TrySignInAsync(person.UserName!, "not the password");
        using var wrongName = await client.TrySignInAsync("nobody-of-that-name", "not the password");

        Assert.Equal(Summary(await wrongPassword.ReadPageAsync()), Summary(await wrongName.ReadPageAsync()));
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_account()
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, "locked-out");
        using var client = factory.CreatePlainClient();
        for (var attempt = 0; attempt < 5; attempt++)
            (await client.TrySignInAsync(person.UserName!, "not the password")).Dispose();

        using var answer = await client.TrySignInAsync(person.UserName!);

        Assert.Contains("15", Summary(await answer.ReadPageAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_names_each_field_and_links_to_it()
    {
        using var client = factory.CreatePlainClient();

        using var answer = await client.TrySignInAsync("", "");

        var page = await answer.ReadPageAsync();
        var links = page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.Equal(2, links.Count);
        Assert.All(links, id => Assert.Equal("true", page.GetElementById(id)!.GetAttribute("aria-invalid")));
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    public async Task One_comes_back_to_this_site_only(string back, string expected)
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, "comes-back");
        using var client = factory.CreatePlainClient();
        var page = await client.GetPageAsync($"/sign-in?back={Uri.EscapeDataString(back)}");

        using var answer = await client.SubmitAsync(page, "form:has([type=password])", new()
        {
            ["Input.UserName"] = person.UserName,
            ["Input.Password"] = Infrastructure.People.Password,
        });

        Assert.Equal(expected, new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task Signing_out_needs_a_post_with_the_token_of_the_page()
    {
        using var client = await factory.SignedInAsAsync(Roles.Examiner);

        using var link = await client.GetAsync("/sign-out");
        using var forged = await client.PostAsync("/sign-out", new FormUrlEncodedContent([new("back", "/")]));
        var still = await client.GetPageAsync("/account");
        using var real = await client.SubmitAsync(still, "form[action='/sign-out']", []);
        using var gone = await client.GetAsync("/account");

        Assert.False(link.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Found, real.StatusCode);
        Assert.Equal("/sign-in", gone.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one()
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, "changes-password");
        using var client = factory.CreatePlainClient();
        await client.SignInAsync(person.UserName!);
        var page = await client.GetPageAsync("/account/password");

        using var answer = await client.SubmitAsync(page, "form:has([type=password])", new()
        {
            ["Input.Current"] = Infrastructure.People.Password,
            ["Input.Wanted"] = "another long password",
        });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var other = factory.CreatePlainClient();
        await other.SignInAsync(person.UserName!, "another long password");
    }

    [Fact]
    public async Task Demo_mode_names_its_people_and_their_password()
    {
        await factory.AddPersonAsync(Roles.Merchant, "demo-named", demo: true);
        using var client = factory.CreatePlainClient();

        var page = await client.GetPageAsync("/sign-in");

        var text = page.QuerySelector(".demo-people")!.Text();
        Assert.Contains("demo-named", text, StringComparison.Ordinal);
        Assert.Contains(DemoPeople.Password, text, StringComparison.Ordinal);
    }

    private static string Summary(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector(".error-summary")!.Text();
}
