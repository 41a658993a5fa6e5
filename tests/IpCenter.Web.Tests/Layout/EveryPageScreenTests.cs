using System.Reflection;
using IpCenter.Casework.Demo;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Journeys;
using IpCenter.Web.Tests.Pages.Admin;
using IpCenter.Web.Tests.Pages.Imports;
using IpCenter.Web.Tests.Pages.Register;
using IpCenter.Web.Tests.Pages.Rights;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Layout;

/// <summary>
/// Every page that the application has is opened in a browser, on a phone in Chinese and at a desk in English, and is free of axe's
/// findings, of failing scripts and of sideways scrolling. A page that nobody of the demo centre is led to has to be named here.
/// </summary>
[Collection(Browser.Collection)]
public sealed class EveryPageScreenTests(Browser browser, DemoBrowserFactory factory) : IClassFixture<DemoBrowserFactory>
{
    private const int MostOfAKind = 3;

    /// <summary>Pages of cases that the demo centre has none of, and which test brings one about and opens it.</summary>
    private static readonly Dictionary<string, Type> Elsewhere = new()
    {
        ["/admin/imports/{Id:guid}"] = typeof(ImportScreenTests),
        ["/admin/incidents/{WaitId:guid}"] = typeof(AdminScreenTests),
        ["/procurator/{WorkItemId:guid}"] = typeof(RightsScreenTests),
        ["/register/saved/{Id:guid}"] = typeof(RegisterScreenTests),
        ["/reports/{Id:guid}/receipt"] = typeof(RightsScreenTests),
        ["/rights/{WorkItemId:guid}/notice"] = typeof(RightsScreenTests),
        ["/supervise/assignments/{BatchId:guid}"] = typeof(DeskDayTests),
        ["/tasks/{WorkItemId:guid}"] = typeof(RightsScreenTests),
    };

    private static readonly string?[] People = [null, .. DemoPeople.All.Select(person => person.UserName)];

    private static readonly List<string> Templates = [.. typeof(Program).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template)
        // What stands there as it is goes before what stands for anything.
        .OrderBy(template => template.Count(letter => letter == '{')).ThenBy(template => template, StringComparer.Ordinal)];

    [Fact]
    public async Task Every_page_is_accessible_in_both_languages_and_fits_a_phone()
    {
        Dictionary<string, (string? Person, string Address)> found = [];
        await AddUnlinkedAsync(found);
        foreach (var person in People)
            await WalkAsync(person, found);
        var unopened = Templates.Where(template => !found.ContainsKey(template) && !Elsewhere.ContainsKey(template)).ToList();
        Assert.True(unopened.Count == 0, $"No test opens: {string.Join(", ", unopened)}");
        Assert.Subset(Templates.ToHashSet(), Elsewhere.Keys.ToHashSet());

        List<string> wrong = [];
        foreach (var (width, language) in new[] { (390, "zh-CN"), (1366, "en") })
            foreach (var pages in found.GroupBy(one => one.Value.Person ?? "", one => one.Value.Address))
                await LookAsync(width, language, pages.Key, pages, wrong);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Pages that open by a code or after a mishap, and those whose links are made by a script or a filled form.</summary>
    private async Task AddUnlinkedAsync(Dictionary<string, (string?, string)> found)
    {
        _ = factory.Address;
        var token = FirmInvitation.MakeToken();
        await factory.WithDatabaseAsync(async db =>
        {
            var firm = await db.Firms.FirstAsync();
            var owner = await db.Mandates.Where(m => m.FirmId == firm.Id && m.Kind == MandateKind.Member).Select(m => m.PersonId).FirstAsync();
            db.FirmInvitations.Add(new FirmInvitation
            {
                Id = Guid.CreateVersion7(WebFactory.Start),
                FirmId = firm.Id,
                Invited = "小陈",
                Power = FirmPower.Act,
                InvitedBy = owner,
                InvitedAt = WebFactory.Start,
                ExpiresAt = WebFactory.Start.AddDays(3),
                TokenHash = FirmInvitation.HashOf(token),
            });
            await db.SaveChangesAsync();
        });
        var code = await factory.WithDatabaseAsync(db => db.GuestCodes.Where(g => g.RevokedAt == null).Select(g => g.Code).FirstAsync());
        var application = await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Kind == Casework.Cases.CaseKind.DesignApplication && c.SubmittedAt != null)
            .Join(db.Firms.Where(f => f.Name.Contains("云裳")), c => c.FirmId, f => f.Id, (c, _) => c.Id).FirstAsync());
        var draft = await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.SubmittedAt == null).Select(c => c.Id).FirstAsync());
        foreach (var (person, address) in new (string?, string)[]
        {
            (null, $"/join/{token}"), (null, $"/s/{code}"), (null, "/status/404"), (null, "/access-denied"), (null, "/dev/components"), (null, "/account/new"),
            ("merchant", $"/cases/{application}/receipt"), ("merchant", "/register/save?q=马面裙"), (null, "/register/by-picture"), ("merchant2", $"/apply/{draft}"),
        })
            Add(found, person, address);
    }

    /// <summary>From the start by every link that the person sees, a few of each kind.</summary>
    private async Task WalkAsync(string? person, Dictionary<string, (string?, string)> found)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(factory.Address) };
        if (person is not null)
            await client.SignInAsync(person, DemoPeople.Password);
        var (open, seen, kinds) = (new Queue<string>(["/"]), new HashSet<string>(), new Dictionary<string, int>());
        while (open.TryDequeue(out var address))
        {
            if (TemplateOf(address) is not { } template || kinds.GetValueOrDefault(template) == MostOfAKind || !seen.Add(address))
                continue;
            kinds[template] = kinds.GetValueOrDefault(template) + 1;
            using var answer = await client.GetAsync(address);
            if (answer.Headers.Location is { } target)
                open.Enqueue(new Uri(client.BaseAddress, target).PathAndQuery);
            if ((int)answer.StatusCode >= 400 || answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true)
                continue;
            Add(found, person, address);
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                foreach (var link in (await answer.ReadPageAsync()).QuerySelectorAll("a[href]:not([download])").Select(a => a.GetAttribute("href")!))
                    open.Enqueue(new Uri(new Uri(client.BaseAddress, address), link).PathAndQuery);
        }
    }

    private async Task LookAsync(int width, string language, string person, IEnumerable<string> pages, List<string> wrong)
    {
        var page = await browser.OpenAsync(factory.Address, width, language);
        if (person.Length > 0)
            await page.SignInAsync(person, DemoPeople.Password);
        // What answers an error itself goes last: the console remembers it.
        foreach (var address in pages.OrderBy(AnswersError))
        {
            try
            {
                await page.GotoAsync(address);
                await page.AssertAccessibleAsync(mayFail: AnswersError(address));
            }
            catch (Exception failure) when (failure is Xunit.Sdk.XunitException or Microsoft.Playwright.PlaywrightException)
            {
                wrong.Add($"{person} {width} {language} {address}: {failure.Message}");
            }
        }
        await page.Context.CloseAsync();
    }

    private static bool AnswersError(string address) =>
        address.StartsWith("/status", StringComparison.Ordinal) || address.StartsWith("/access-denied", StringComparison.Ordinal);

    private static void Add(Dictionary<string, (string?, string)> found, string? person, string address)
    {
        if (TemplateOf(address) is { } template)
            found.TryAdd(template, (person, address));
    }

    private static string? TemplateOf(string address)
    {
        var path = address.Split('?', '#')[0];
        return Templates.Find(template => Fits(template.Trim('/').Split('/'), path.Trim('/').Split('/')));
    }

    private static bool Fits(string[] template, string[] path) => template.Length == path.Length && template.Zip(path).All(part => part.First switch
    {
        _ when !part.First.StartsWith('{') => part.First == part.Second,
        _ when part.First.EndsWith(":guid}", StringComparison.Ordinal) => Guid.TryParse(part.Second, out _),
        _ when part.First.EndsWith(":int}", StringComparison.Ordinal) => int.TryParse(part.Second, System.Globalization.CultureInfo.InvariantCulture, out _),
        _ => part.Second.Length > 0,
    });
}
