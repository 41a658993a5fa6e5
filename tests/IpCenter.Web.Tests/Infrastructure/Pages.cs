using IpCenter.Testing;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Infrastructure;

/// <summary>What browser tests do on a page.</summary>
public static class Pages
{
    private static readonly string AxeFile = Repository.PathTo("tests/node_modules/axe-core/axe.min.js");

    public static async Task SignInAsync(this IPage page, string userName, string password = People.Password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Input.UserName']", userName);
        await page.FillAsync("[name='Input.Password']", password);
        await page.ClickAsync("form:has([type=password]) button[type=submit]");
        // The cookie came with the answer; whoever opens a page next waits for that page.
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
    }

    /// <summary>The system's own steps follow in their time: looks again until one of the texts is there.</summary>
    public static async Task UntilAsync(this IPage page, string address, params string[] texts)
    {
        for (var looks = 0; looks < 120; looks++)
        {
            await page.GotoAsync(address);
            var seen = await page.InnerTextAsync("main");
            if (texts.Any(text => seen.Contains(text, StringComparison.Ordinal)))
                return;
            await Task.Delay(500);
        }
        Assert.Fail($"{address} never said {string.Join(", ", texts)}: {await page.InnerTextAsync("main")}");
    }

    /// <summary>Writes the whole page to <c>artifacts/screens/</c>, to be looked at.</summary>
    public static Task ScreenshotAsync(this IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Repository.PathTo($"artifacts/screens/{name}-{page.ViewportSize!.Width}.png"),
        FullPage = true,
    });

    /// <summary>axe-core finds nothing on the page as it stands, nothing is wider than the window, no script failed.</summary>
    /// <param name="mayFail">The page itself answers an error, of which the console tells.</param>
    public static async Task AssertAccessibleAsync(this IPage page, bool mayFail = false)
    {
        Assert.True(File.Exists(AxeFile), "axe-core is not installed: run tests/run.sh, or npm ci in tests/.");
        // Evaluated in the page's own world by the browser's debugger, so the page's policy against foreign scripts stays on.
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeFile));
        var found = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
            + ".flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}): ${n.target.join(' ')} – ${n.failureSummary}`))");
        Assert.True(found.Length == 0, $"{page.Url}{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px wider than its window of {page.ViewportSize!.Width} px.");
        if (!mayFail)
            Assert.Empty(Browser.ErrorsOf(page));
    }
}
