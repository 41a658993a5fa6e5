using IpCenter.Casework.Applications;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>Two windows on one draft: neither overwrites the other unseen.</summary>
public sealed class DraftWindowTests : IAsyncLifetime
{
    private static readonly Guid One = SampleCentre.IdOf("window 1"), Other = SampleCentre.IdOf("window 2");

    private CaseworkHost _host = null!;
    private Guid _draft;

    public async Task InitializeAsync()
    {
        _host = await SampleCentre.StartAsync();
        _draft = SampleCentre.IdOf("windows-draft");
        await _host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<StartDraft>().ExecuteAsync(_draft, SampleCentre.IdOf("firm"), viewer, actor, default)));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_window_that_was_overtaken_is_told_by_whom_and_saves_nothing()
    {
        Assert.True((await SaveAsync("一", new(One, 0))).Succeeded);

        var refused = Assert.Single((await SaveAsync("二", new(Other, 0))).Violations);

        Assert.Equal((SaveDraft.Overtaken, "merchant", "09:00"), (refused.Code, refused.Arguments[0], refused.Arguments[1]));
        Assert.Equal("一", await NameAsync());
    }

    [Fact]
    public async Task A_window_may_save_again_and_again()
    {
        foreach (var name in new[] { "一", "二", "三" })
            Assert.True((await SaveAsync(name, new(One, 0))).Succeeded);

        Assert.Equal("三", await NameAsync());
    }

    [Fact]
    public async Task A_window_that_was_opened_afterwards_goes_on_and_overtakes_the_first()
    {
        await SaveAsync("一", new(One, 0));

        Assert.True((await SaveAsync("二", new(Other, 1))).Succeeded);
        Assert.False((await SaveAsync("三", new(One, 0))).Succeeded);
    }

    [Fact]
    public async Task Who_has_seen_it_may_overrule()
    {
        await SaveAsync("一", new(One, 0));

        Assert.True((await SaveAsync("二", new(Other, 0, Overrules: true))).Succeeded);
        Assert.Equal("二", await NameAsync());
    }

    [Fact]
    public async Task Another_step_is_not_concerned()
    {
        await SaveAsync("一", new(One, 0));

        Assert.True((await SaveAsync("二", new(Other, 0), step: "people")).Succeeded);
    }

    private Task<Result<DesignApplication>> SaveAsync(string name, DraftBasis basis, string step = "product") => _host.DoAsync("merchant", (services, viewer, actor) =>
        services.GetRequiredService<SaveDraft>().ExecuteAsync(_draft, form => form with { ProductName = name }, step, viewer, actor, default, basis));

    private Task<string> NameAsync() => _host.AskAsync(async db => (await db.Applications.SingleAsync(a => a.Id == _draft)).Form.ProductName);
}
