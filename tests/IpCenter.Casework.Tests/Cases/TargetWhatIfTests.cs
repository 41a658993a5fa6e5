using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Tests.Pauses;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Cases;

public sealed class TargetWhatIfTests
{
    [Theory]
    [InlineData(new[] { 1, 2, 3, 4 }, 3, 3, 2.5, 4)]
    [InlineData(new[] { 4, 1, 2 }, 1, 1, 2.0, 4)]
    [InlineData(new[] { 5 }, 4, 0, 5.0, 5)]
    public void Cases_are_counted_against_the_length_that_is_tried(int[] used, int length, int within, double median, int p90)
    {
        var counts = TargetWhatIf.Of(used, length);
        Assert.Equal((used.Length, within, used.Length - within, (decimal)median, p90), (counts.Cases, counts.Within, counts.Late, counts.Median!.Value, counts.P90!.Value));
        Assert.Equal((decimal)within / used.Length, counts.Share);
    }

    [Fact]
    public void Without_a_case_there_is_no_share() => Assert.Equal(new TargetWhatIf(0, 0, null, null), TargetWhatIf.Of([], 3));

    [Fact]
    public async Task Ended_and_open_stages_are_told_apart_and_a_pause_is_left_out()
    {
        await using var host = await SampleCentre.StartAsync();
        var (ended, paused, withdrawn) = (await host.HeldAsync(), await host.HeldAsync(2), await host.HeldAsync(3));
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(paused)));
        await host.PassAsync(ended);
        host.At(24, 10);
        await host.EndDueAsync();
        // The third was withdrawn in the middle of its examination: that says nothing of the length.
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<Casework.Applications.WithdrawCase>().ExecuteAsync(withdrawn, "不再需要", viewer, actor, default)));
        await host.RunAsync();

        await using var scope = host.Scope();
        var query = scope.ServiceProvider.GetRequiredService<TargetWhatIfQuery>();
        var rule = scope.ServiceProvider.GetRequiredService<ReferenceLibrary>().Deadlines[DeadlineKeys.Examination];
        // The one was examined after a day; the other has used the 17th and the 24th, and four days were paused.
        var answer = await query.ReadAsync(rule, 1, 6, host.Clock.GetUtcNow(), default);
        Assert.Equal(new TargetWhatIf(1, 1, 1, 1), answer.EndedTried);
        Assert.Equal(new TargetWhatIf(1, 0, 2, 2), answer.OpenTried);
        Assert.Equal(new TargetWhatIf(1, 1, 2, 2), answer.OpenNow);
        Assert.All(query.Periods, period => Assert.Equal(DeadlineKind.CentreTarget, period.Kind));
    }
}
