using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tests.Pauses;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Staffing;

public sealed class ForecastQueryTests
{
    [Fact]
    public async Task With_few_measured_the_configured_time_counts_and_with_enough_the_median_of_the_last()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("open");
        for (var i = 0; i < 9; i++)
            await DoneAsync(host, $"{i}", 20 + i);
        Assert.Equal((TimeSpan.FromMinutes(90), 9, false), await HandlingAsync(host));

        // A tenth, left open over lunch: an hour and a half of the three are worked.
        await DoneAsync(host, "long", 180);

        // 20 … 28 and 90 minutes: the middle ones are 24 and 25.
        Assert.Equal((TimeSpan.FromMinutes(24.5), 10, true), await HandlingAsync(host));
    }

    [Fact]
    public async Task More_people_an_absence_and_another_order_are_worked_out_beside_what_is()
    {
        await using var host = await SampleCentre.StartAsync();
        // Two examiners do four tasks of 90 minutes each in a day of seven hours: of twelve that are due on Monday four are left.
        for (var i = 0; i < 12; i++)
            await host.AddTaskAsync($"{i}", due: ChinaTime.EndOfDay(new(2026, 11, 16)));

        Assert.Equal(4, await LateAsync(host, new()));
        Assert.Equal(0, await LateAsync(host, new(Roles.Examiner, 1)));
        Assert.Equal(8, await LateAsync(host, new(AbsentId: SampleCentre.IdOf("examiner"), AbsentDays: 1)));
        Assert.Equal(4, await LateAsync(host, new(Roles.Reviewer, 5)));
        Assert.Equal(4, await LateAsync(host, new(Order: ForecastOrder.Arrival)));
    }

    [Fact]
    public async Task A_task_whose_clock_stands_still_waits_for_the_day_on_which_it_goes_on()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));

        var forecast = Assert.Single((await AskAsync(host, "supervisor", new()))!.Cases).Forecast;
        Assert.Equal(ChinaTime.At(PauseDesk.NextMonday, new(9, 0)), forecast.Stint!.Value.From);
        Assert.False(forecast.IsLate);
    }

    [Fact]
    public async Task It_names_cases_and_is_for_the_supervisor_alone()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("secret");

        foreach (var person in new[] { "examiner", "reviewer", "officer", "merchant" })
            Assert.Null(await AskAsync(host, person, new()));
        Assert.Equal("CX-D-2026-secret", Assert.Single((await AskAsync(host, "supervisor", new()))!.Cases).Number);
    }

    private static async Task<int> LateAsync(CaseworkHost host, ForecastWhatIf whatIf) => (await AskAsync(host, "supervisor", whatIf))!.Late.Count();

    private static Task<ForecastAnswer?> AskAsync(CaseworkHost host, string person, ForecastWhatIf whatIf) =>
        host.DoAsync(person, (s, viewer, actor) => s.GetRequiredService<ForecastQuery>().ReadAsync(whatIf, viewer, actor.At, default));

    private static async Task<(TimeSpan, int, bool)> HandlingAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        var time = (await scope.ServiceProvider.GetRequiredService<HandlingTimes>().ReadAsync(["Examine"], default))["Examine"];
        return (time.Median, time.Measured, time.IsMeasured);
    }

    /// <summary>A task that was opened at ten and done so many minutes later.</summary>
    private static async Task DoneAsync(CaseworkHost host, string key, int minutes)
    {
        var task = await host.AddTaskAsync(key);
        var opened = ChinaTime.At(new(2026, 11, 13), new(10, 30));
        await host.DoAsync("examiner", async (s, _, actor) =>
        {
            var item = (await s.GetRequiredService<Casework.Data.CaseworkDbContext>().WorkItems.FindAsync(task))!;
            var audit = s.GetRequiredService<AuditTrail>();
            audit.RecordRead(actor with { At = opened }, $"application:{item.CaseId}", item.CaseId, "examination");
            audit.RecordRead(actor with { At = opened.AddMinutes(minutes) }, $"application:{item.CaseId}", item.CaseId, "examination");
            item.Complete("pass", actor.PersonId, opened.AddMinutes(minutes));
            return item;
        });
    }
}
