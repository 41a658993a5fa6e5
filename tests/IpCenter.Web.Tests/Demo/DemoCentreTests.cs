using System.Net;
using AngleSharp.Dom;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Demo;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Demo;

/// <summary>The demo centre on its first day: whole, plausible, and without a dead link for anybody.</summary>
public sealed class DemoCentreTests(DemoFactory factory) : IClassFixture<DemoFactory>
{
    /// <summary>Pages and pictures of one kind that are looked at: enough to meet cases in every stage.</summary>
    private const int MostOfAKind = 12;

    public static TheoryData<string> People => [.. DemoPeople.All.Select(p => p.UserName)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_link_that_a_person_sees_leads_to_a_page(string userName)
    {
        var client = factory.CreatePlainClient();
        await client.SignInAsync(userName, DemoPeople.Password);

        var open = new Queue<(string Address, string From)>([("/", "the start")]);
        var (seen, kinds, dead) = (new HashSet<string>(), new Dictionary<string, int>(), new List<string>());
        while (open.TryDequeue(out var next))
        {
            var kind = KindOf(next.Address);
            if (!seen.Add(next.Address) || kinds.GetValueOrDefault(kind) == MostOfAKind)
                continue;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            using var answer = await client.GetAsync(next.Address);
            if (answer.StatusCode >= HttpStatusCode.BadRequest)
                dead.Add($"{next.Address} on {next.From}: {(int)answer.StatusCode}");
            if (answer.Headers.Location is { } target)
                open.Enqueue((target.ToString(), next.Address));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await answer.ReadPageAsync();
            foreach (var address in Addresses(page))
                open.Enqueue((address, next.Address));
        }

        Assert.True(dead.Count == 0, string.Join(Environment.NewLine, dead));
        Assert.InRange(kinds.Count, 8, 200);
    }

    [Fact]
    public async Task Cases_stand_in_every_stage_and_nothing_is_late_or_broken()
    {
        var now = factory.Clock.GetUtcNow();
        var cases = await factory.WithDatabaseAsync(db => db.Cases.AsNoTracking().ToListAsync());
        var stages = cases.Where(c => c.Kind == CaseKind.DesignApplication).Select(c => c.Stage).ToHashSet();

        Assert.Superset(new HashSet<string> { "Draft", "Examination", "SecondReading", "Correction", "OfficeFiling", "FeePayment", "FastTrackMarking", "Office", "Registration", "Closed" }, stages);
        Assert.Equal(2, cases.Count(c => c.Kind == CaseKind.Infringement));
        Assert.Single(cases, c => c.Kind == CaseKind.Referral);
        Assert.Contains(cases, c => c.Outcome == "granted");
        Assert.Contains(cases, c => c.Outcome == "refused");
        Assert.Contains(cases, c => c.Outcome == "withdrawn");
        Assert.DoesNotContain(cases, c => c.IsOpen && c.DueAt < now);
        Assert.False(await factory.WithDatabaseAsync(db => db.WorkflowWaits.AnyAsync(w => w.IsIncident)));
        Assert.InRange(await factory.WithDatabaseAsync(db => db.Designs.CountAsync()), 20, 40);
    }

    [Fact]
    public async Task A_near_copy_has_the_design_it_was_taken_from_as_its_best_lead()
    {
        var copy = await factory.WithDatabaseAsync(db => db.Cases.SingleAsync(c => c.Title == "马面裙" && c.FirmId == db.Firms.Single(f => f.Name == "曹县小舞星演出服饰店").Id));

        var leads = await factory.WithDatabaseAsync(db => db.PriorDesignLeads.AsNoTracking()
            .Where(l => l.ApplicationId == copy.Id).OrderByDescending(l => l.Score).ToListAsync());

        var first = await factory.WithDatabaseAsync(db => db.Designs.Where(d => d.ProductName == "马面裙").OrderBy(d => d.FiledOn).FirstAsync());
        Assert.Equal(first.PatentNumber, leads[0].FoundNumber);
        Assert.InRange(leads[0].Probability, 0.8, 1);
    }

    /// <summary>A path without its ids and numbers, and the names of its questions.</summary>
    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var path = string.Join('/', parts[0].Split('/').Select(part => part.Any(char.IsAsciiDigit) ? "*" : part));
        return parts.Length == 1 ? path : $"{path}?{string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Order())}";
    }

    private static IEnumerable<string> Addresses(IDocument page) =>
        page.QuerySelectorAll("a[href], img[src], link[href], script[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Where(address => !address.StartsWith('#') && !address.Contains(':', StringComparison.Ordinal))
            .Select(address => (address.StartsWith('/') ? address : "/" + address).Split('#')[0])
            .Where(address => address is not "/sign-out");
}
