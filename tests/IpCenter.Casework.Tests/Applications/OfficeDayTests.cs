using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>What ends before the application can be at the national office is said while there is time: its filing date counts, not the centre's.</summary>
public sealed class OfficeDayTests
{
    /// <summary>Monday 2026-11-16 and three working days.</summary>
    private static readonly DateOnly Office = new(2026, 11, 19);

    [Theory]
    [InlineData("2026-11-16", true)]
    [InlineData("2026-11-18", true)]
    [InlineData("2026-11-19", false)]
    public async Task A_livestream_before_the_office_has_it_is_warned_of(string shown, bool warned)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        await host.SaveAsync(id, form => form with { Disclosure = new() { IsAnswered = true, Kind = DisclosureKind.Livestream, EarliestDate = Day(shown) } });

        var remarks = await host.CheckAsync(id);

        Assert.Equal(warned, remarks.Any(r => r is { Case: "lost-before-office", IsUrgent: true, OnSubmission: OnSubmission.Proceeds }));
        Assert.DoesNotContain(remarks, r => r.Case == "lost");
    }

    [Theory]
    [InlineData("2026-05-17", true)]
    [InlineData("2026-05-19", false)]
    public async Task A_priority_that_ends_before_the_office_has_it_is_warned_of_and_not_lost_yet(string first, bool warned)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        await host.SaveAsync(id, form => form with { Priorities = [new() { Country = "JP", Number = "2026-012345", Date = Day(first) }] });

        var remarks = await host.CheckAsync(id);

        Assert.Equal(warned, remarks.Any(r => r.Case == "ends-before-office" && r.Arguments["office"].Zh == "2026-11-19"));
        Assert.DoesNotContain(remarks, r => r.Case == "too-late");
    }

    [Fact]
    public async Task Once_the_office_has_it_its_own_day_is_what_counts()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        Assert.Equal(Office, (await FactsAsync(host, id)).EarliestOfficeDay);
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
        Assert.Equal(new(2026, 11, 16), (await FactsAsync(host, id)).EarliestOfficeDay);
        await ApplicationJourneyTests.FileAtOfficeAsync(host, id);
        host.Clock.Advance(TimeSpan.FromDays(3));

        var facts = await FactsAsync(host, id);

        Assert.Equal((new DateOnly(2026, 11, 16), (DateOnly?)null), (facts.FilingDate, facts.EarliestOfficeDay));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<ApplicationFacts> FactsAsync(CaseworkHost host, Guid id) => host.DoAsync("merchant", async (services, _, actor) =>
        await services.GetRequiredService<ApplicationFactsReading>().ReadAsync(
            await services.GetRequiredService<Data.CaseworkDbContext>().Applications.SingleAsync(a => a.Id == id), actor.At, default));
}
