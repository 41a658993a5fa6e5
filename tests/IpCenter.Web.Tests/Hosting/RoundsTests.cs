using IpCenter.Web.Hosting;

namespace IpCenter.Web.Tests.Hosting;

public sealed class RoundsTests
{
    [Fact]
    public async Task A_job_that_fails_is_told_and_the_next_one_is_done_all_the_same()
    {
        List<string> happened = [];

        var first = await Rounds.TryAsync(() => throw new InvalidOperationException("disk"), e => happened.Add(e.Message));
        var second = await Rounds.TryAsync(() =>
        {
            happened.Add("done");
            return Task.CompletedTask;
        }, e => happened.Add(e.Message));

        Assert.Equal((false, true), (first, second));
        Assert.Equal(["disk", "done"], happened);
    }

    [Fact]
    public async Task A_stop_is_no_failure() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => Rounds.TryAsync(() => throw new OperationCanceledException(), _ => Assert.Fail("told")));
}
