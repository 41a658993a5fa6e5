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

    [Theory]
    [InlineData("2026-11-17", "2026-11-17")]
    [InlineData("2026-11-25", "2026-11-19")]
    [InlineData("2026-10-01", "2026-11-19")]
    public async Task An_examiner_s_task_is_due_before_the_day_on_which_a_right_would_be_lost(string shown, string due)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        await host.SaveAsync(id, form => form with { Disclosure = new() { IsAnswered = true, Kind = DisclosureKind.Livestream, EarliestDate = Day(shown) } });
        await SubmitAsync(host, id);

        var item = await host.TaskAsync(id, "Examine");

        Assert.Equal(Day(due), Casework.Clocks.ChinaTime.DateOf(item.DueAt!.Value));
        Assert.Equal(Office, Casework.Clocks.ChinaTime.DateOf((await host.AskAsync(db => db.CaseDeadlines.SingleAsync(d => d.CaseId == id))).DueAt));
        var rows = await host.DoAsync("examiner", (services, viewer, actor) => services.GetRequiredService<Casework.Tasks.TaskQueueQuery>()
            .ReadAsync(new() { Queue = Casework.Tasks.Queues.Examination }, 1, 10, viewer, actor.At, default));
        Assert.Equal(shown == "2026-11-17", Assert.Single(rows.Rows).Why!.Zh.Contains("第二十九条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Firm_and_examiners_are_reminded_a_week_before_and_on_the_last_days_once_each()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        await host.SaveAsync(id, form => form with { Priorities = [new() { Country = "JP", Number = "2026-012345", Date = Day("2026-05-26") }] });
        await SubmitAsync(host, id);
        await host.FileAsync(2);

        var told = new List<string>();
        for (var day = 0; day < 12; day++)
        {
            await using var scope = host.Scope();
            var tell = scope.ServiceProvider.GetRequiredService<TellFilingTerms>();
            for (var again = 0; again < 2; again++)
                if (await tell.RunAsync(host.Clock.GetUtcNow(), default) > 0)
                    told.Add(Casework.Clocks.ChinaTime.DateOf(host.Clock.GetUtcNow()).ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            host.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["11-19", "11-25"], told);
        var notices = await host.AskAsync(db => db.Notices.AsNoTracking().Where(n => n.Template.StartsWith("term-")).ToListAsync());
        Assert.Equal(2, notices.Count(n => n.Template == TellFilingTerms.Reminder && n.PersonId == SampleCentre.IdOf("merchant")));
        Assert.DoesNotContain(notices, n => n.PersonId == SampleCentre.IdOf("rival"));
        Assert.All(notices, n => Assert.Equal((id, "2026-11-26"), (n.CaseId, n.Arguments["due"])));
    }

    [Fact]
    public async Task Nobody_is_reminded_once_the_office_has_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        await host.SaveAsync(id, form => form with { Priorities = [new() { Country = "JP", Number = "2026-012345", Date = Day("2026-05-26") }] });
        await SubmitAsync(host, id);
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
        await ApplicationJourneyTests.FileAtOfficeAsync(host, id);

        await using var scope = host.Scope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<TellFilingTerms>().RunAsync(CaseworkHost.Monday.AddDays(9), default));
    }

    private static async Task SubmitAsync(CaseworkHost host, Guid id)
    {
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default)));
        await host.RunAsync();
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<ApplicationFacts> FactsAsync(CaseworkHost host, Guid id) => host.DoAsync("merchant", async (services, _, actor) =>
        await services.GetRequiredService<ApplicationFactsReading>().ReadAsync(
            await services.GetRequiredService<Data.CaseworkDbContext>().Applications.SingleAsync(a => a.Id == id), actor.At, default));
}
