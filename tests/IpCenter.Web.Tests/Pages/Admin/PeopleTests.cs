using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Admin;

public sealed partial class PeopleTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string NewForm = "form:has([name='Input.UserName'])";
    private const string RolesForm = "form:has([name='Input.Roles'])";

    [Fact]
    public async Task A_new_person_signs_in_with_the_password_shown_once_and_must_change_it()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        using var answer = await CreateAsync(admin, "zhang.wen", "张文");
        var shown = await admin.GetPageAsync(answer.Place());
        var password = Password().Match(shown.QuerySelector(".flash")!.Text()).Value;
        var again = await admin.GetPageAsync(answer.Place());
        using var person = factory.CreatePlainClient("zh-CN");

        await person.SignInAsync("zhang.wen", password);
        using var held = await person.GetAsync("/examine");
        using var changed = await person.SubmitAsync(
            await person.GetPageAsync("/account/password"), "form:has([type=password])", new() { ["Input.Current"] = password, ["Input.Wanted"] = People.Password });
        using var free = await person.GetAsync("/examine");

        Assert.DoesNotContain(password, again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/account/password", held.Place());
        Assert.Equal("/account", changed.Place());
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    [Fact]
    public async Task The_one_time_password_cannot_be_kept()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        using var answer = await CreateAsync(admin, "keeper", "守旧");
        var password = Password().Match((await admin.GetPageAsync(answer.Place())).QuerySelector(".flash")!.Text()).Value;
        using var person = factory.CreatePlainClient("zh-CN");
        await person.SignInAsync("keeper", password);

        using var refused = await person.SubmitAsync(
            await person.GetPageAsync("/account/password"), "form:has([type=password])", new() { ["Input.Current"] = password, ["Input.Wanted"] = password });

        Assert.NotNull((await refused.ReadPageAsync()).QuerySelector(".error-summary"));
        Assert.Equal("/account/password", (await person.GetAsync("/account")).Place());
    }

    [Fact]
    public async Task An_account_that_cannot_be_made_says_why_at_each_field()
    {
        await factory.AddPersonAsync(Roles.Examiner, "taken");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync("/admin/people/new");

        using var empty = await admin.SubmitAsync(page, NewForm, []);
        using var wrong = await admin.SubmitAsync(page, NewForm, new() { ["Input.UserName"] = "TAKEN", ["Input.DisplayName"] = "某人", ["Input.Roles"] = Roles.CourtClerk });

        Assert.Equal(2, (await empty.ReadPageAsync()).QuerySelectorAll(".field-error").Length);
        var errors = (await wrong.ReadPageAsync()).QuerySelector(".error-summary")!.Text();
        Assert.Contains("“TAKEN”已被使用", errors, StringComparison.Ordinal);
        Assert.Contains("必须选择所在法院", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_the_form_twice_makes_one_account()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync("/admin/people/new");
        Dictionary<string, string?> answers = new() { ["Input.UserName"] = "twice", ["Input.DisplayName"] = "两次", ["Input.Roles"] = Roles.Examiner };

        using var first = await admin.SubmitAsync(page, NewForm, answers);
        using var second = await admin.SubmitAsync(page, NewForm, answers);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("这个账号已经建立", (await second.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Action == "person.created" && e.DetailJson.Contains("\"examiner\"") && e.Subject == $"person:{IdOn(page)}")));
    }

    [Fact]
    public async Task A_locked_person_cannot_sign_in_until_unlocked()
    {
        var person = await factory.AddPersonAsync(Roles.Examiner, "lockable");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var address = $"/admin/people/{person.Id}";
        using var visitor = factory.CreatePlainClient("zh-CN");

        using var noReason = await admin.SubmitAsync(await admin.GetPageAsync(address), "form:has([name='Lock.Reason'])", []);
        using var locked = await admin.SubmitAsync(await admin.GetPageAsync(address), "form:has([name='Lock.Reason'])", new() { ["Lock.Reason"] = "调离" });
        using var refused = await visitor.TrySignInAsync("lockable");
        var list = await admin.GetPageAsync("/admin/people?state=locked");
        using var unlocked = await admin.SubmitAsync(await admin.GetPageAsync(address), "form:has([value=unlock])", []);
        using var admitted = await visitor.TrySignInAsync("lockable");

        Assert.Contains("请写明锁定的理由", (await noReason.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, locked.StatusCode);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.NotNull(list.QuerySelector($"a[href='{address}']"));
        Assert.Equal(HttpStatusCode.Redirect, admitted.StatusCode);
    }

    [Fact]
    public async Task Roles_are_set_and_the_change_is_in_the_trail()
    {
        var person = await factory.AddPersonAsync(Roles.Examiner, "promoted");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        using var answer = await admin.SubmitAsync(await admin.GetPageAsync($"/admin/people/{person.Id}"), RolesForm, new() { ["Input.Roles"] = Roles.Supervisor });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await admin.GetPageAsync($"/admin/people/{person.Id}");
        Assert.Equal([Roles.Supervisor], page.QuerySelectorAll("[name='Input.Roles'][checked]").Select(box => box.GetAttribute("value")));
        Assert.Contains("（主管）", (await admin.GetPageAsync("/admin/audit?action=person.roles-set")).QuerySelector(".data-table tbody")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_password_replaces_the_old_one()
    {
        var person = await factory.AddPersonAsync(Roles.Examiner, "forgetful");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync($"/admin/people/{person.Id}");

        using var answer = await admin.SubmitAsync(page, "form:has([value=reset])", []);
        var password = Password().Match((await admin.GetPageAsync($"/admin/people/{person.Id}")).QuerySelector(".flash")!.Text()).Value;
        using var visitor = factory.CreatePlainClient();
        using var old = await visitor.TrySignInAsync("forgetful");

        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        await visitor.SignInAsync("forgetful", password);
    }

    [Fact]
    public async Task Administrators_can_neither_demote_nor_lock_themselves()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var me = await factory.AddPersonAsync(Roles.Admin);
        var other = await factory.AddPersonAsync(Roles.Examiner, "somebody");
        var page = await admin.GetPageAsync($"/admin/people/{me.Id}");
        var others = await admin.GetPageAsync($"/admin/people/{other.Id}");

        using var demoted = await admin.SubmitAsync(page, RolesForm, new() { ["Input.Roles"] = Roles.Examiner });

        Assert.Null(page.QuerySelector("[name='Lock.Reason']"));
        Assert.NotNull(others.QuerySelector("[name='Lock.Reason']"));
        Assert.Contains("也不能取消自己的管理员角色", (await demoted.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_who_can_sign_in_is_protected()
    {
        using var fresh = new WebFactory();
        using var admin = await fresh.SignedInAsAsync(Roles.Admin, "zh-CN");
        var last = await fresh.AddPersonAsync(Roles.Admin, "last-admin");
        // The acting one was locked a moment ago, and the session lives on for a minute.
        await fresh.WithDatabaseAsync(db => db.Users.Where(p => p.UserName == "test-admin").ExecuteUpdateAsync(s => s.SetProperty(p => p.LockoutEnd, Person.LockedForGood)));
        var page = await admin.GetPageAsync($"/admin/people/{last.Id}");

        using var demoted = await admin.SubmitAsync(page, RolesForm, new() { ["Input.Roles"] = Roles.Examiner });
        using var locked = await admin.SubmitAsync(page, "form:has([name='Lock.Reason'])", new() { ["Lock.Reason"] = "试试" });

        foreach (var answer in new[] { demoted, locked })
            Assert.Contains("最后一位可以登录的管理员", (await answer.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_at_the_same_moment_do_not_both_succeed()
    {
        using var fresh = new WebFactory();
        var (one, two) = (await fresh.AddPersonAsync(Roles.Admin, "one"), await fresh.AddPersonAsync(Roles.Admin, "two"));
        await using var first = fresh.Services.CreateAsyncScope();
        await using var second = fresh.Services.CreateAsyncScope();
        await DemoteAsync(first, two, one);
        await DemoteAsync(second, one, two);

        await first.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync());
    }

    private static async Task DemoteAsync(AsyncServiceScope scope, Person whom, Person by)
    {
        var result = await scope.ServiceProvider.GetRequiredService<AdministerPeople>().SetRolesAsync(
            whom.Id, new AccountFacts("", "", [Roles.Examiner], null, null), new Actor(by.Id, by.DisplayName, WebFactory.Start), default);
        Assert.True(result.Succeeded);
    }

    private static async Task<HttpResponseMessage> CreateAsync(HttpClient admin, string userName, string name) =>
        await admin.SubmitAsync(await admin.GetPageAsync("/admin/people/new"), NewForm, new()
        {
            ["Input.UserName"] = userName,
            ["Input.DisplayName"] = name,
            ["Input.Roles"] = Roles.Examiner,
        });

    private static string IdOn(IHtmlDocument page) => ((IHtmlInputElement)page.QuerySelector("[name='Input.Id']")!).Value;

    [GeneratedRegex("[a-z2-9]{4}(-[a-z2-9]{4}){3}")]
    private static partial Regex Password();
}
