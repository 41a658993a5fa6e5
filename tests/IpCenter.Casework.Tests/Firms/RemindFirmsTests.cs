using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>The recordal of the sample firm ends on 2029-01-01.</summary>
public sealed class RemindFirmsTests
{
    [Theory]
    [InlineData("2028-11-01", "")]
    [InlineData("2028-11-02", "60")]
    [InlineData("2028-12-01", "60")]
    [InlineData("2028-12-02", "30")]
    [InlineData("2028-12-25", "7")]
    [InlineData("2029-01-01", "7")]
    [InlineData("2029-01-02", "ended")]
    public async Task A_firm_is_told_sixty_thirty_and_seven_days_before_the_end_and_after_it(string day, string mark)
    {
        await using var host = await SampleCentre.StartAsync();

        await RunAsync(host, day);

        var sent = await host.AskAsync(db => db.FirmReminders.Where(r => r.FirmId == FirmDesk.FirmId).Select(r => r.Mark).ToListAsync());
        Assert.Equal(mark.Length == 0 ? [] : [mark], sent);
        Assert.Equal(mark switch { "" => [], "ended" => ["recordal-expired"], _ => ["recordal-ends"] }, await host.NoticesOfAsync("merchant"));
    }

    [Fact]
    public async Task Looking_again_tells_nobody_twice_also_when_two_look_at_once()
    {
        await using var host = await SampleCentre.StartAsync();

        await Task.WhenAll(RunAsync(host, "2028-11-02"), RunAsync(host, "2028-11-02"));
        await RunAsync(host, "2028-11-03");

        Assert.Equal(["recordal-ends"], await host.NoticesOfAsync("merchant"));
    }

    [Fact]
    public async Task Who_has_asked_for_the_renewal_is_not_reminded()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(At("2028-11-20"));
        CaseworkHost.Must(await host.TryAsync<Recordal, RequestRecordal>("merchant", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking("91371721AY4CL12THN", SampleCentre.IdOf("renewal")), viewer, actor, default)));

        await RunAsync(host, "2028-12-02");

        Assert.Empty(await host.NoticesOfAsync("merchant"));
    }

    [Fact]
    public async Task Helper_and_owner_are_told_before_a_mandate_ends_and_when_it_has()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddHelperAsync("helper", Roles.Agent, FirmPower.Act, new DateOnly(2026, 12, 20));

        await RunAsync(host, "2026-12-14");
        await RunAsync(host, "2026-12-21");

        Assert.Equal(["mandate-ends", "mandate-expired"], await host.NoticesOfAsync("helper"));
        Assert.Equal(["mandate-ends-firm", "mandate-expired-firm"], await host.NoticesOfAsync("merchant"));
        Assert.Equal(["mandate.expired"], await host.ActionsAsync(FirmDesk.FirmId));
    }

    private static async Task RunAsync(CaseworkHost host, string day)
    {
        await using var scope = host.Scope();
        await scope.ServiceProvider.GetRequiredService<RemindFirms>().RunAsync(At(day), default);
    }

    private static DateTimeOffset At(string day) =>
        new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(9, 0), TimeSpan.FromHours(8));
}
