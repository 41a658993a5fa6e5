using System.Net;
using IpCenter.Casework.People;
using IpCenter.Casework.SavedSearches;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>Saving a search, looking after it, and being told: as its owner, and as everybody else.</summary>
public sealed class SavedSearchTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Form = "form[action='/register/save']";

    [Fact]
    public async Task Somebody_who_is_not_signed_in_is_invited_to_and_cannot_save()
    {
        using var anybody = factory.CreatePlainClient("zh-CN");

        var page = await anybody.GetPageAsync("/register?q=红裙");
        using var saved = await anybody.GetAsync("/register/saved");

        Assert.Null(page.QuerySelector(Form));
        Assert.Equal("/sign-in?back=%2Fregister%3Fq%3D%25E7%25BA%25A2%25E8%25A3%2599", page.QuerySelector(".register-save a")!.GetAttribute("href"));
        Assert.Equal("登录 后可以保存这次查找，有新的相似设计公告时收到通知。", page.QuerySelector(".register-save")!.Text());
        Assert.Null((await anybody.GetPageAsync("/register")).QuerySelector(".register-save"));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
    }

    [Fact]
    public async Task A_search_is_saved_with_its_words_filters_and_pictures_and_runs_again()
    {
        await factory.PublishAsync("ZL202630000041.5", "红漆食盒", seed: 41);
        using var client = await SignedInAsync("saver");
        var results = await SearchByPictureAsync(client, 41, "食盒", "&class=09-03&from=2026-11-01");
        Assert.Contains("会一并保存 1 张图片的小图和特征，只有您自己能看到", results.QuerySelector(Form)!.Text(), StringComparison.Ordinal);

        using var answer = await client.SubmitAsync(results, Form, new() { ["name"] = " 红食盒 " });

        Assert.Equal("/register/saved", answer.Headers.Location!.AbsolutePath);
        var list = await client.GetPageAsync("/register/saved");
        var card = Assert.Single(list.QuerySelectorAll(".register-saved li.card"));
        Assert.Equal("红食盒", card.QuerySelector("h2 a")!.Text());
        Assert.Contains("食盒", card.QuerySelector("q")!.Text(), StringComparison.Ordinal);
        Assert.Equal(2, card.QuerySelectorAll(".register-chip").Length);
        Assert.Contains("通知已开启", card.Text(), StringComparison.Ordinal);
        using var thumbnail = await client.GetAsync(card.QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal("image/webp", thumbnail.Content.Headers.ContentType!.MediaType);
        var again = await client.GetPageAsync(card.QuerySelector("a.btn")!.GetAttribute("href")!);
        Assert.Equal("红漆食盒", Assert.Single(again.QuerySelectorAll(".register-hit")).QuerySelector("h3")!.Text());
        Assert.Equal(2, Assert.Single(again.QuerySelectorAll(".register-hit")).QuerySelectorAll(".marked rect").Length);
        var saved = await factory.WithDatabaseAsync(db => db.AuditEvents.Where(e => e.Action == "search.saved").ToListAsync());
        Assert.All(saved, entry => Assert.DoesNotContain("食盒", entry.DetailJson, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_is_asked_for_and_what_was_searched_stays()
    {
        using var client = await SignedInAsync("nameless");
        var results = await client.GetPageAsync("/register?q=红裙&status=InForce");

        using var empty = await client.SubmitAsync(results, Form, new() { ["name"] = " ", ["watch"] = null });
        var page = await empty.ReadPageAsync();
        using var tooLong = await client.SubmitAsync(page, Form, new() { ["name"] = new string('长', 61) });

        Assert.Equal("错误： 请填写名称，最多 60 个字。".Replace(" ", "", StringComparison.Ordinal), page.QuerySelector("#save-name-error")!.Text().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("红裙", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("InForce", page.QuerySelector("input[name=status]")!.GetAttribute("value"));
        Assert.False(page.QuerySelector("input[name=watch]")!.HasAttribute("checked"));
        Assert.Equal(new string('长', 61), (await tooLong.ReadPageAsync()).QuerySelector("#save-name")!.GetAttribute("value"));
        Assert.Empty((await client.GetPageAsync("/register/saved")).QuerySelectorAll(".register-saved li"));
    }

    [Fact]
    public async Task Sent_twice_it_is_saved_once()
    {
        using var client = await SignedInAsync("impatient");
        var results = await client.GetPageAsync("/register?q=红裙");

        foreach (var _ in Enumerable.Range(0, 2))
            using (var answer = await client.SubmitAsync(results, Form, new() { ["name"] = "红裙" }))
                Assert.Equal("/register/saved", answer.Headers.Location!.AbsolutePath);

        Assert.Single((await client.GetPageAsync("/register/saved")).QuerySelectorAll(".register-saved li.card"));
    }

    [Theory]
    [InlineData("/register", "没有可保存的内容：请先输入文字、选择条件或图片。")]
    [InlineData("/register?q=(红裙", "查找文字的写法读不懂，不能保存。请先改正。")]
    [InlineData("/register?q=红裙&picture=00000000000000000000000000000000", "查找用的图片已被清除，不能保存。请重新选择图片再查一次。")]
    public async Task What_cannot_be_searched_again_is_not_saved(string search, string expected)
    {
        using var client = await SignedInAsync("unreadable");
        var form = await client.GetPageAsync(search.Replace("/register", "/register/save", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form, Form, new() { ["name"] = "试试" });

        Assert.Contains(expected, (await answer.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fifty_first_is_refused_until_one_is_deleted()
    {
        using var client = await SignedInAsync("collector");
        var owner = (await factory.AddPersonAsync(Roles.Merchant, "collector")).Id;
        await factory.WithDatabaseAsync(async db =>
        {
            for (var i = 0; i < SavedSearch.MostOfAPerson; i++)
                db.SavedSearches.Add(new SavedSearch
                {
                    Id = new Guid(i + 1, 0, 0, new byte[8]),
                    OwnerId = owner,
                    Name = $"第 {i} 个",
                    Query = new("红裙", new Dictionary<string, IReadOnlyList<string>>(), null, null),
                    CreatedAt = WebFactory.Start,
                });
            await db.SaveChangesAsync();
        });
        var results = await client.GetPageAsync("/register?q=红裙");

        using var refused = await client.SubmitAsync(results, Form, new() { ["name"] = "第五十一个" });
        var one = await client.GetPageAsync($"/register/saved/{new Guid(1, 0, 0, new byte[8])}");
        using var deleted = await client.SubmitAsync(one, "form:has(.btn-danger)", []);
        using var accepted = await client.SubmitAsync(results, Form, new() { ["name"] = "第五十一个" });

        Assert.Contains("最多保存 50 个查找。请先删除不用的。", (await refused.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal("/register/saved", deleted.Headers.Location!.AbsolutePath);
        Assert.Equal("/register/saved", accepted.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task It_is_renamed_rests_watches_again_and_is_deleted_with_all_that_it_kept()
    {
        using var client = await SignedInAsync("owner");
        var address = await SaveAsync(client, await SearchByPictureAsync(client, 42, "", ""), "旧名");

        using var unnamed = await client.SubmitAsync(await client.GetPageAsync(address), "form:has(#name)", new() { ["name"] = "" });
        Assert.Contains("请填写名称", (await unnamed.ReadPageAsync()).QuerySelector("#name-error")!.Text(), StringComparison.Ordinal);
        using var renamed = await client.SubmitAsync(await client.GetPageAsync(address), "form:has(#name)", new() { ["name"] = "新名" });
        Assert.Equal("新名", (await client.GetPageAsync(address)).QuerySelector("h1")!.Text());
        using var rested = await client.SubmitAsync(await client.GetPageAsync(address), "form:has([name=watch])", []);
        Assert.Contains("通知已停止", (await client.GetPageAsync(address)).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var watching = await client.SubmitAsync(await client.GetPageAsync(address), "form:has([name=watch])", []);
        Assert.Contains("停止通知", (await client.GetPageAsync(address)).QuerySelector("form:has([name=watch])")!.Text(), StringComparison.Ordinal);
        var id = Guid.Parse(address.Split('/')[^1]);
        var picture = await factory.WithDatabaseAsync(db => db.SavedSearchPictures.Where(p => p.SearchId == id).Select(p => p.Id).SingleAsync());
        using var deleted = await client.SubmitAsync(await client.GetPageAsync(address), "form:has(.btn-danger)", []);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/register/by-picture/{picture}")).StatusCode);
        Assert.False(await factory.WithDatabaseAsync(db => db.SavedSearchPictures.AnyAsync(p => p.SearchId == id)));
        var trail = await factory.WithDatabaseAsync(db => db.AuditEvents.Where(e => e.Subject == $"saved-search:{id}").OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(["search.saved", "search.renamed", "search.resting", "search.watching", "search.deleted"], trail.Select(e => e.Action));
        Assert.All(trail, entry => Assert.Equal("{}", entry.DetailJson));
    }

    [Fact]
    public async Task A_search_of_somebody_else_its_pictures_and_its_hits_do_not_exist()
    {
        using var owner = await SignedInAsync("private");
        var address = await SaveAsync(owner, await SearchByPictureAsync(owner, 43, "", ""), "私人");
        var id = Guid.Parse(address.Split('/')[^1]);
        var picture = await factory.WithDatabaseAsync(db => db.SavedSearchPictures.Where(p => p.SearchId == id).Select(p => p.Id).SingleAsync());
        using var other = await SignedInAsync("curious");
        using var admin = await factory.SignedInAsAsync(Roles.Admin);
        using var anybody = factory.CreatePlainClient();

        foreach (var client in new[] { other, admin })
            foreach (var secret in new[] { address, $"{address}/hits.csv", $"/register/by-picture/{picture}" })
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(secret)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/register/by-picture/{picture}")).StatusCode);
        Assert.Empty((await other.GetPageAsync($"/register?picture={picture}")).QuerySelectorAll(".register-query img"));
        Assert.Empty((await other.GetPageAsync("/register/saved")).QuerySelectorAll(".register-saved li"));
        var own = await SaveAsync(other, await other.GetPageAsync("/register?q=红裙"), "自己的");
        foreach (var form in new[] { "form:has(#name)", "form:has([name=watch])", "form:has(.btn-danger)" })
        {
            Assert.Equal(await SentToAsync(other, own, form, $"/register/saved/{Guid.Empty}"), await SentToAsync(other, own, form, address));
        }
        Assert.Equal("私人", (await owner.GetPageAsync(address)).QuerySelector("h1")!.Text());
    }

    [Fact]
    public async Task A_new_design_is_told_once_and_is_new_until_it_was_looked_at()
    {
        using var client = await SignedInAsync("watcher");
        var address = await SaveAsync(client, await client.GetPageAsync("/register?q=望月灯"), "灯");
        await factory.PublishAsync("ZL202630000044.5", "望月灯", seed: 44);

        await WatchAsync();
        await WatchAsync();

        Assert.Equal("1 项新", (await client.GetPageAsync("/register/saved")).QuerySelector(".register-saved .badge")!.Text());
        var notices = await client.GetPageAsync("/notices");
        var notice = Assert.Single(notices.QuerySelectorAll(".notice-list li"), li => li.Text().Contains('灯', StringComparison.Ordinal));
        Assert.Contains("您保存的查找“灯”发现 1 项新设计。", notice.Text(), StringComparison.Ordinal);
        using var opened = await client.SubmitAsync(notices, ".notice-list form", []);
        Assert.Equal(address, opened.Headers.Location!.AbsolutePath);
        var first = await client.GetPageAsync(address);
        Assert.Equal("新", Assert.Single(first.QuerySelectorAll(".register-hit .badge")).Text());
        Assert.Empty((await client.GetPageAsync(address)).QuerySelectorAll(".register-hit .badge"));
        Assert.Null((await client.GetPageAsync("/register/saved")).QuerySelector(".register-saved .badge"));
        Assert.Contains("ZL202630000044.5,望月灯", await client.GetStringAsync(first.QuerySelector("a[download]")!.GetAttribute("href")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_from_an_address_without_having_seen_results_it_watches_from_now_on()
    {
        await factory.PublishAsync("ZL202630000045.5", "初雪灯", seed: 45);
        using var client = await SignedInAsync("direct");
        var address = await SaveAsync(client, await client.GetPageAsync("/register/save?q=初雪灯"), "初雪");

        await WatchAsync();

        Assert.Empty((await client.GetPageAsync(address)).QuerySelectorAll(".register-hit"));
    }

    [Fact]
    public async Task An_application_that_was_found_is_confidential_until_its_design_is_announced()
    {
        await factory.AddPersonAsync(Roles.Examiner, "finder");
        using var examiner = factory.CreatePlainClient("zh-CN");
        await examiner.SignInAsync("finder");
        var address = await SaveAsync(examiner, await examiner.GetPageAsync("/register?q=落霞灯"), "落霞");
        var task = await ExaminationCentre.FileAsync(factory, "announced-later", "落霞灯");
        await factory.CatchUpAsync();
        await WatchAsync();

        var before = (await examiner.GetPageAsync(address)).QuerySelector(".register-hit")!.Text();
        await factory.WithDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Id == task.CaseId)).RecordGrant("ZL202630000046.5", new DateOnly(2026, 11, 20));
            await db.SaveChangesAsync();
        });
        var after = (await examiner.GetPageAsync(address)).QuerySelector(".register-hit")!.Text();

        Assert.Contains("未公开，注意保密", before, StringComparison.Ordinal);
        Assert.DoesNotContain("未公开", after, StringComparison.Ordinal);
        Assert.DoesNotContain("提交日", after, StringComparison.Ordinal);
        Assert.Contains("2026年11月20日", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_out_of_the_register_is_not_new_for_ever()
    {
        using var client = await SignedInAsync("late");
        var address = await SaveAsync(client, await client.GetPageAsync("/register?q=朝露灯"), "朝露");
        await factory.PublishAsync("ZL202630000047.5", "朝露灯", seed: 47);
        await WatchAsync();
        await factory.WithDatabaseAsync(async db =>
        {
            var design = await db.Designs.SingleAsync(d => d.ProductName == "朝露灯");
            db.DesignViews.RemoveRange(await db.DesignViews.Where(v => v.DesignId == design.Id).ToListAsync());
            db.Designs.Remove(design);
            await db.SaveChangesAsync();
        });
        Assert.Equal("1 项新", (await client.GetPageAsync("/register/saved")).QuerySelector(".register-saved .badge")!.Text());

        var page = await client.GetPageAsync(address);

        Assert.Empty(page.QuerySelectorAll(".register-hit"));
        Assert.Null((await client.GetPageAsync("/register/saved")).QuerySelector(".register-saved .badge"));
    }

    [Fact]
    public async Task The_kept_picture_of_an_unpublished_view_is_gone_with_the_right_to_see_the_view()
    {
        var task = await ExaminationCentre.FileAsync(factory, "kept-view");
        var view = await factory.WithDatabaseAsync(db => db.ApplicationViews.Where(v => v.ApplicationId == task.CaseId).Select(v => v.ImageId).FirstAsync());
        var person = await factory.AddPersonAsync(Roles.Examiner, "leaving");
        using var examiner = factory.CreatePlainClient("zh-CN");
        await examiner.SignInAsync("leaving");
        var address = await SaveAsync(examiner, await examiner.GetPageAsync($"/register?view={view}"), "像这一件");
        var picture = (await examiner.GetPageAsync(address)).QuerySelector(".register-summary img")!.GetAttribute("src")!;
        using var before = await examiner.GetAsync(picture);

        await factory.WithDatabaseAsync(async db =>
        {
            db.UserRoles.RemoveRange(await db.UserRoles.Where(r => r.UserId == person.Id).ToListAsync());
            await db.SaveChangesAsync();
        });
        using var afterwards = factory.CreatePlainClient("zh-CN");
        await afterwards.SignInAsync("leaving");
        using var after = await afterwards.GetAsync(picture);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.StatusCode, after.StatusCode));
        Assert.Empty((await afterwards.GetPageAsync($"/register?picture={picture.Split('/')[^1]}")).QuerySelectorAll(".register-query img"));
    }

    /// <summary>The form of one's own page, sent to another: what is answered.</summary>
    private static async Task<string> SentToAsync(HttpClient client, string own, string form, string address)
    {
        var page = await client.GetPageAsync(own);
        page.QuerySelector(form)!.SetAttribute("action", address);
        using var answer = await client.SubmitAsync(page, form, new() { ["name"] = "改成别的" });
        Assert.False(answer.IsSuccessStatusCode || answer.Headers.Location is not null);
        return $"{answer.StatusCode} {(await answer.ReadPageAsync()).QuerySelector("main")?.Text()}";
    }

    private Task<int> WatchAsync() => factory.Services.GetRequiredService<WatchSearches>().RunAsync(factory.Clock.GetUtcNow(), default);

    private async Task<HttpClient> SignedInAsync(string userName)
    {
        await factory.AddPersonAsync(Roles.Merchant, userName);
        var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync(userName);
        return client;
    }

    private static async Task<string> SaveAsync(HttpClient client, AngleSharp.Html.Dom.IHtmlDocument results, string name)
    {
        using var answer = await client.SubmitAsync(results, Form, new() { ["name"] = name });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return (await client.GetPageAsync("/register/saved")).QuerySelectorAll("h2 a").Single(a => a.Text() == name).GetAttribute("href")!;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> SearchByPictureAsync(HttpClient client, int seed, string words, string filters)
    {
        using var answer = await client.SubmitAsync(
            await client.GetPageAsync("/register"), "form[data-search]", new() { ["q"] = words }, ("picture", "a.png", Pictures.Product(seed), "image/png"));
        return await client.GetPageAsync($"{answer.Headers.Location}{filters}");
    }
}
