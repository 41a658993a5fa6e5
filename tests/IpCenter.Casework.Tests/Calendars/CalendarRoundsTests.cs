using IpCenter.Casework.Calendars;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.Pauses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Tests.Calendars;

/// <summary>What no round can count is said once, not every half minute and not never.</summary>
public sealed class CalendarRoundsTests
{
    [Fact]
    public async Task A_date_by_which_nothing_waits_is_told_once_when_it_still_does_not_in_the_second_round()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2026, 12, 30, 10, 0, 0, ChinaTime.Offset));
        var id = await host.HeldAsync();
        await host.AskAsync(db => db.CaseDeadlines.ExecuteUpdateAsync(s => s.SetProperty(d => d.ComputedBy, (string?)null)));
        await PublishAsync(host, "2027-01-01 – 2027-01-04 元旦");
        var (rounds, log) = Rounds(host);

        await rounds.RunAsync(host.Clock.GetUtcNow(), default);
        Assert.Empty(log.Lines);
        for (var round = 0; round < 3; round++)
            await rounds.RunAsync(host.Clock.GetUtcNow(), default);

        Assert.Contains((await host.OpenDateAsync(id)).Id.ToString(), Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_a_calendar_is_named_once_however_many_dates_reach_into_it()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2027, 12, 27, 10, 0, 0, ChinaTime.Offset));
        await host.HeldAsync();
        await host.HeldAsync(2);
        // A longer period than was counted with reaches into the next year.
        await host.AskAsync(db => db.CaseDeadlines.ExecuteUpdateAsync(s => s.SetProperty(d => d.Length, 40)));
        await PublishAsync(host, "2027-01-01 – 2027-01-04 元旦");
        var (rounds, log) = Rounds(host);

        for (var round = 0; round < 3; round++)
            Assert.Equal(0, await rounds.RunAsync(host.Clock.GetUtcNow(), default));

        Assert.Contains("2028", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    private static async Task PublishAsync(CaseworkHost host, string newYear) => await host.DoAsync("supervisor", async (services, _, actor) => CaseworkHost.Must(
        await services.GetRequiredService<PublishCalendar>().ExecuteAsync(
            SampleCentre.IdOf("edition"), CalendarDraftTests.Draft() with { Holidays = newYear + CalendarDraftTests.Others }, "通知已公布", actor, default)));

    private static (CalendarRounds Rounds, Told Log) Rounds(CaseworkHost host)
    {
        using var scope = host.Scope();
        var log = new Told();
        return (new(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), scope.ServiceProvider.GetRequiredService<CalendarEditions>(), log), log);
    }

    private sealed class Told : ILogger<CalendarRounds>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
