using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tests.Pauses;

/// <summary>While a clock stands still nobody is warned of its date; the warning is not lost, it comes when the clock runs again.</summary>
public sealed class PauseWarningTests
{
    [Fact]
    public async Task Paused_on_the_last_day_the_warning_waits_for_the_clock_and_comes_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(19, 8);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        Assert.Equal(ChinaTime.At(PauseDesk.NextMonday, DeadlineWarning.StartOfWork), (await host.OpenDateAsync(id)).WarnAt);

        host.At(20, 12);
        await host.RunAsync();
        Assert.Empty(await WarningsAsync(host));
        host.At(23, 10);
        await host.EndDueAsync();
        await host.RunAsync();
        await host.RunAsync();

        Assert.NotEmpty(await WarningsAsync(host));
        Assert.Single((await WarningsAsync(host)).Select(n => (n.Template, n.DispatchId)).Distinct());
    }

    [Fact]
    public async Task Who_lets_a_clock_run_earlier_brings_the_warning_of_a_date_that_stays_with_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        await host.CorrectAsync(id);
        host.At(23, 9);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, "system-failure", new DateOnly(2026, 11, 27))));
        Assert.Equal(pause.ExpectedEndAt, (await host.OpenDateAsync(id)).WarnAt);
        host.At(25, 16);
        CaseworkHost.Must(await host.ResumeAsync(id, pause.Id));

        var date = await host.OpenDateAsync(id);
        Assert.Equal(pause.ExpectedEnd, ChinaTime.DateOf(date.DueAt));
        Assert.InRange(date.WarnAt, host.Clock.GetUtcNow(), pause.ExpectedEndAt.AddMinutes(-1));
    }

    [Fact]
    public void Reminders_of_a_period_wait_too()
    {
        var start = new DateTimeOffset(2026, 11, 16, 10, 0, 0, ChinaTime.Offset);
        var rule = Reference.Library.Deadlines[DeadlineKeys.Examination] with { ReminderDays = [2], Reminders = [new(ReminderDay.LastDay, new(9, 0))] };
        var pause = new PauseSpan(start.AddDays(1), new(2026, 11, 23, 15, 0, 0, ChinaTime.Offset), Bilingual.Same("why"));

        var deadline = Deadline.Compute(rule, start, [pause], Reference.Library.Calendar);

        Assert.Equal([pause.To, ChinaTime.At(deadline.DueDate, new(9, 0))], deadline.Reminders);
    }

    private static Task<List<Casework.Notices.Notice>> WarningsAsync(CaseworkHost host) =>
        host.AskAsync(db => db.Notices.AsNoTracking().Where(n => n.Template.StartsWith("examination-")).ToListAsync());
}
