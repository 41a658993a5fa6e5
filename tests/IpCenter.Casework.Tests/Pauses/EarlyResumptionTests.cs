using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Tests.Pauses;

/// <summary>Whoever lets a clock run before the day announced leaves time to whose clock it is.</summary>
public sealed class EarlyResumptionTests
{
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Fact]
    public async Task Late_in_the_evening_it_leaves_the_centre_the_next_working_day()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(19, 9);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, until: Friday)));
        host.At(25, 23);

        CaseworkHost.Must(await host.ResumeAsync(id, pause.Id));

        var date = await host.OpenDateAsync(id);
        Assert.Equal((new DateOnly(2026, 11, 26), DeadlineCause.Resumption), (ChinaTime.DateOf(date.DueAt), date.Cause));
        Assert.Contains("恢复计时后的首个工作日为2026年11月26日", date.ExplanationZh);
    }

    [Fact]
    public async Task In_the_first_minutes_of_the_day_announced_it_makes_no_date_later()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(19, 9);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, until: Friday)));
        host.At(27, 8);

        CaseworkHost.Must(await host.ResumeAsync(id, pause.Id));

        Assert.Equal(Friday, ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
    }

    [Fact]
    public async Task On_the_applicants_clock_the_date_that_was_announced_stays_and_says_so()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        await host.CorrectAsync(id);
        host.At(23, 9);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, "system-failure", Friday)));
        Assert.Contains("提前恢复的，日期不提前", (await host.OpenDateAsync(id)).ExplanationZh);
        host.At(25, 23);

        CaseworkHost.Must(await host.ResumeAsync(id, pause.Id));

        var date = await host.OpenDateAsync(id);
        Assert.Equal(Friday, ChinaTime.DateOf(date.DueAt));
        Assert.Contains("2026年11月23日至2026年11月25日暂停计时", date.ExplanationZh);
        Assert.Contains("原定2026年11月27日恢复；日期不提前，至该日4个工作日不计", date.ExplanationZh);
        Assert.Contains("announced to 27 Nov 2026; the date stays", date.ExplanationEn);
        Assert.DoesNotContain("预计", date.ExplanationZh);
    }

    [Fact]
    public async Task A_second_pause_of_the_applicants_clock_takes_no_day_out_twice()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        await host.CorrectAsync(id);
        host.At(23, 9);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, "system-failure", Friday)));
        host.At(25, 10);
        CaseworkHost.Must(await host.ResumeAsync(id, pause.Id));
        host.At(26, 10);

        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, "emergency", new DateOnly(2026, 11, 30), id: "second")));

        // The Friday was taken out already: the Monday alone is new.
        var date = await host.OpenDateAsync(id);
        Assert.Equal(new DateOnly(2026, 11, 30), ChinaTime.DateOf(date.DueAt));
        Assert.Contains("其间1个工作日不计", date.ExplanationZh);
    }
}
