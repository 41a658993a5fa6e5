using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Compare;

/// <summary>The comparison in a real browser: keys, zoom in step, regions laid on each other, flicker, and nothing of it without JavaScript.</summary>
[Collection(Browser.Collection)]
public sealed class CompareScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    /// <summary>The left region is larger than the right one, elsewhere, and of the same shape.</summary>
    private const string Boxes = "&lbox=0.2,0.2,0.6,0.6&rbox=0.05,0.5,0.3,0.3";

    private const string RectsOf = "side => { const r = document.querySelector(`[data-side=${side}] rect`).getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; }";

    private const string MiddleOf = "side => { const g = document.querySelector(`[data-side=${side}] .compare-glass`).getBoundingClientRect(); "
        + "const i = document.querySelector(`[data-side=${side}] img`).getBoundingClientRect(); return [i.left - g.left, i.top - g.top, i.width]; }";

    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "zh-CN")]
    [InlineData(390, "en")]
    public async Task Two_pictures_are_compared_in_every_way(int width, string language)
    {
        var page = await OpenAsync(width, language);

        foreach (var (key, mode) in new[] { ("b", "beside"), ("s", "slide"), ("o", "overlay"), ("d", "difference"), ("f", "flicker") })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page.Locator(".compare")).ToHaveAttributeAsync("data-shows", mode);
            await Assertions.Expect(page.Locator($"[data-mode={mode}]")).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions.Expect(page.Locator("[data-compare-said]")).Not.ToBeEmptyAsync();
            await page.ScreenshotAsync($"compare-{mode}-{language}");
            await page.AssertAccessibleAsync();
        }
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("[data-keyboard-help]")).ToContainTextAsync(language == "en" ? "Line up" : "对齐");
    }

    [Fact]
    public async Task Lined_up_the_regions_coincide_whatever_is_turned_or_mirrored()
    {
        var page = await OpenAsync();

        foreach (var keys in new[] { "o", "s", "m", "r" })
        {
            await page.Keyboard.PressAsync(keys);
            AssertNear(await NumbersAsync(page, RectsOf, "left"), await NumbersAsync(page, RectsOf, "right"), 2);
        }
        await page.Keyboard.PressAsync("l");
        var (left, right) = (await NumbersAsync(page, RectsOf, "left"), await NumbersAsync(page, RectsOf, "right"));

        Assert.True(Math.Abs(left[2] - right[2]) > 20, "Whole pictures do not lie region on region.");
        Assert.Equal("false", await page.GetAttributeAsync("[data-do=line]", "aria-pressed"));
    }

    [Fact]
    public async Task A_picture_found_mirrored_starts_mirrored_and_its_region_with_it()
    {
        var page = await OpenAsync(more: "&mirrored=1");

        Assert.Equal("true", await page.GetAttributeAsync("[data-do=mirror]", "aria-pressed"));
        var region = await NumbersAsync(page, RectsOf, "right");
        var glass = await NumbersAsync(page, "side => { const r = document.querySelector(`[data-side=${side}] .compare-glass`).getBoundingClientRect(); return [r.left, r.right]; }", "right");
        Assert.True((region[0] + region[2]) / 2 > (glass[0] + glass[1]) / 2, "What lies left on the picture lies right in its mirror.");
        await page.Keyboard.PressAsync("o");
        AssertNear(await NumbersAsync(page, RectsOf, "left"), await NumbersAsync(page, RectsOf, "right"), 2);
    }

    [Fact]
    public async Task Both_zoom_and_move_in_step_by_key_wheel_drag_and_double_click()
    {
        var page = await OpenAsync();
        var before = await NumbersAsync(page, MiddleOf, "left");
        async Task AssertInStepAsync() => AssertNear(await NumbersAsync(page, MiddleOf, "left"), await NumbersAsync(page, MiddleOf, "right"), 1);

        await page.Keyboard.PressAsync("+");
        var zoomed = await NumbersAsync(page, MiddleOf, "left");
        Assert.Equal(1.25, zoomed[2] / before[2], 2);
        await AssertInStepAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(40, (await NumbersAsync(page, MiddleOf, "left"))[0] - zoomed[0], 1);
        await AssertInStepAsync();
        var glass = (await page.Locator("[data-side=right] .compare-glass").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(glass.X + 50, glass.Y + 60);
        await page.Mouse.WheelAsync(0, -300);
        await page.WaitForFunctionAsync($"width => ({MiddleOf})('right')[2] > width", zoomed[2] + 1);
        await AssertInStepAsync();
        var still = await NumbersAsync(page, MiddleOf, "left");
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(glass.X + 80, glass.Y + 100);
        await page.Mouse.UpAsync();
        var dragged = await NumbersAsync(page, MiddleOf, "left");
        Assert.Equal([30, 40], [Math.Round(dragged[0] - still[0]), Math.Round(dragged[1] - still[1])]);
        await AssertInStepAsync();
        await page.Keyboard.PressAsync("0");
        AssertNear(before, await NumbersAsync(page, MiddleOf, "left"), 1);
        await page.Mouse.DblClickAsync(glass.X + glass.Width / 2, glass.Y + glass.Height / 2);
        Assert.Equal(2.5, (await NumbersAsync(page, MiddleOf, "right"))[2] / before[2], 2);
        await AssertInStepAsync();
    }

    [Fact]
    public async Task Two_fingers_zoom_both()
    {
        var page = await OpenAsync(390);
        var before = await NumbersAsync(page, MiddleOf, "left");
        var glass = (await page.Locator("[data-side=left] .compare-glass").BoundingBoxAsync())!;
        var (x, y) = (glass.X + glass.Width / 2, glass.Y + glass.Height / 2);
        var session = await page.Context.NewCDPSessionAsync(page);
        Task TouchAsync(string type, params float[] apart) => session.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = apart.SelectMany((d, i) => new[] { new { x = x - d, y, id = 0 }, new { x = x + d, y, id = 1 } }).ToArray(),
        });

        await TouchAsync("touchStart", 30);
        await TouchAsync("touchMove", 45);
        await TouchAsync("touchMove", 60);
        await TouchAsync("touchEnd");

        var after = await NumbersAsync(page, MiddleOf, "right");
        Assert.InRange(after[2] / before[2], 1.8, 2.2);
        AssertNear(await NumbersAsync(page, MiddleOf, "left"), after, 1);
    }

    [Fact]
    public async Task Flicker_takes_turns_stops_on_demand_and_is_named()
    {
        var page = await OpenAsync();

        await page.Keyboard.PressAsync("f");
        await page.WaitForSelectorAsync(".compare.shows-left");
        await page.WaitForSelectorAsync(".compare.shows-right");
        await page.ClickAsync("[data-do=run]");

        await Assertions.Expect(page.Locator("[data-compare-said]")).ToHaveTextAsync("已停止闪烁。");
        await Assertions.Expect(page.Locator("[data-do=run]")).ToHaveTextAsync("开始闪烁");
        Assert.True(await page.Locator("[data-side=right] .compare-layer").IsVisibleAsync());
    }

    [Fact]
    public async Task Who_wants_no_motion_gets_a_flicker_that_waits()
    {
        var page = await OpenAsync();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        await page.Keyboard.PressAsync("f");

        await Assertions.Expect(page.Locator("[data-do=run]")).ToHaveTextAsync("开始闪烁");
        await Assertions.Expect(page.Locator("[data-compare-said]")).ToContainTextAsync("闪烁已暂停");
        await page.Locator("body").PressAsync("Space");
        await page.WaitForSelectorAsync(".compare.shows-left");
    }

    [Fact]
    public async Task Other_views_come_by_key_and_click_with_the_address_and_the_region_of_the_found_one()
    {
        var page = await OpenAsync();
        var name = page.Locator("[data-side=right] .compare-name");

        await page.Keyboard.PressAsync("]");
        await Assertions.Expect(name).ToHaveTextAsync("后视图");
        Assert.DoesNotContain("rbox", page.Url, StringComparison.Ordinal);
        Assert.Contains("lbox", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("[data-do=line]")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("[data-side=right] rect")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Assertions.Expect(name).ToHaveTextAsync("后视图");
        await page.ClickAsync("[data-views=right] li:first-child a");

        await Assertions.Expect(name).ToHaveTextAsync("主视图");
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task Without_JavaScript_both_pictures_stand_there_with_regions_links_and_no_dead_buttons(int width)
    {
        var page = await OpenAsync(width, javaScript: false);

        Assert.Equal(2, await page.Locator(".compare-pane img:visible").CountAsync());
        Assert.Equal(2, await page.Locator(".compare-box rect:visible").CountAsync());
        Assert.Equal(2, await page.Locator(".compare-large-link:visible").CountAsync());
        Assert.Equal(0, await page.Locator(".compare-tools:visible").CountAsync());
        await page.ScreenshotAsync("compare-without-script");
        await page.ClickAsync("[data-views=right] li:nth-child(2) a");
        Assert.Equal("后视图", await page.InnerTextAsync("[data-side=right] .compare-name"));
    }

    private async Task<IPage> OpenAsync(int width = 1366, string language = "zh-CN", string more = "", bool javaScript = true)
    {
        var (left, right) = await PairAsync();
        var page = await browser.OpenAsync(factory, width, language, javaScript);
        await page.GotoAsync($"/compare?left={left}&right={right}{Boxes}{more}");
        if (javaScript)
            await page.WaitForFunctionAsync("() => document.querySelector('.compare.is-live [data-side=right] img')?.style.transform");
        return page;
    }

    private async Task<(Guid Left, Guid Right)> PairAsync()
    {
        var known = await factory.WithDatabaseAsync(db => db.Designs.OrderBy(d => d.PatentNumber)
            .Join(db.DesignViews.Where(v => v.Position == "Front"), d => d.Id, v => v.DesignId, (_, v) => v.ImageId).ToListAsync());
        if (known.Count == 2)
            return (known[0], known[1]);
        var left = await factory.PublishAsync("ZL202630002001.7", "木质首饰盒", seed: 21);
        var right = await factory.PublishAsync("ZL202630002002.1", "木质首饰盒", seed: 22);
        await factory.AddViewAsync(right, "Back", seed: 23, side: 1);
        return (left, right);
    }

    private static Task<double[]> NumbersAsync(IPage page, string script, string side) => page.EvaluateAsync<double[]>(script, side);

    private static void AssertNear(double[] expected, double[] actual, double pixels) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - pixels, pair.First + pixels));
}
