using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Infrastructure;

/// <summary>
/// One headless Chromium for all browser tests, the system's own: put a test class into
/// <c>[Collection(Browser.Collection)]</c>, take a <see cref="Browser"/> and a <see cref="BrowserFactory"/>, open a page.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Collection = "browser";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly ConditionalWeakTable<IPage, List<string>> Errors = [];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async Task InitializeAsync()
    {
        var executable = Executable() ?? throw new InvalidOperationException(
            "No Chromium was found. Browser tests need it: run tests/run.sh, which says what to install, or set CHROMIUM to its path.");
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Arguments });
    }

    /// <summary>A fresh profile with one page, on the factory's own server.</summary>
    /// <param name="width">390 for a phone, 1366 for a desk.</param>
    public Task<IPage> OpenAsync(BrowserFactory factory, int width = 1366, string language = "zh-CN", bool javaScript = true) =>
        OpenAsync(factory.Address, width, language, javaScript);

    /// <summary>The same for any server.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1366, string language = "zh-CN", bool javaScript = true)
    {
        var context = await _chromium!.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = language,
            JavaScriptEnabled = javaScript,
            ViewportSize = new() { Width = width, Height = width < 768 ? 844 : 768 },
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var errors = Errors.GetOrCreateValue(page);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Add(message.Text);
        };
        return page;
    }

    /// <summary>What the page's scripts threw and its console complained of, refusals by the security policy included.</summary>
    public static IReadOnlyList<string> ErrorsOf(IPage page) => Errors.GetOrCreateValue(page);

    /// <summary>A page that was meant to be refused has been; what the console said of it does not count against the next one.</summary>
    public static void ForgetErrorsOf(IPage page) => Errors.GetOrCreateValue(page).Clear();

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Executable()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return candidates.FirstOrDefault(File.Exists);
    }
}

[CollectionDefinition(Browser.Collection)]
public sealed class BrowserCollection : ICollectionFixture<Browser>;
