using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Cases;

public sealed class CaseNumbersTests
{
    [Fact]
    public async Task Many_who_draw_at_once_get_the_numbers_one_after_the_other_and_nobody_is_turned_away()
    {
        await using var host = await CaseworkHost.StartAsync();

        var drawn = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => DrawAsync(host, saved: true))));

        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"CX-D-2026-{n:D5}"), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_number_that_was_drawn_and_given_up_is_drawn_by_the_next()
    {
        await using var host = await CaseworkHost.StartAsync();

        Assert.Equal("CX-D-2026-00001", await DrawAsync(host, saved: false));
        Assert.Equal("CX-D-2026-00001", await DrawAsync(host, saved: true));
        Assert.Equal("CX-D-2026-00002", await DrawAsync(host, saved: true));
    }

    [Fact]
    public async Task Who_leaves_without_saving_holds_nobody_up()
    {
        await using var host = await CaseworkHost.StartAsync();
        await using (var scope = host.Scope())
            await scope.ServiceProvider.GetRequiredService<CaseNumbers>().NextAsync(CaseKind.DesignApplication, CaseworkHost.Monday, default);

        Assert.Equal("CX-D-2026-00001", await DrawAsync(host, saved: true));
    }

    private static async Task<string> DrawAsync(CaseworkHost host, bool saved)
    {
        await using var scope = host.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var number = await scope.ServiceProvider.GetRequiredService<CaseNumbers>().NextAsync(CaseKind.DesignApplication, CaseworkHost.Monday, default);
        if (saved)
            await db.SaveChangesAsync();
        else
            await db.LetGoAsync();
        return number;
    }
}
