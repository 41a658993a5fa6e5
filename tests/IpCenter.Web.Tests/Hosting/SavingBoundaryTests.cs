using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using IpCenter.Web.Hosting;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Hosting;

public sealed class SavingBoundaryTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Who_finds_no_turn_to_write_is_told_so_and_nothing_is_saved()
    {
        await using var scope = factory.Services.CreateAsyncScope();

        var result = await scope.ServiceProvider.GetRequiredService<SavingBoundary>().SaveAsync<string>(async ct =>
        {
            await scope.ServiceProvider.GetRequiredService<CaseNumbers>().NextAsync(CaseKind.Infringement, WebFactory.Start, ct);
            throw new SqliteException("database is locked", 5);
        }, default);

        Assert.Equal(SavingBoundary.Busy, Assert.Single(result.Violations).Code);
        Assert.Null(scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().Database.CurrentTransaction);
        Assert.False(await factory.WithDatabaseAsync(db => Task.FromResult(db.CaseNumberSeries.Any(s => s.Prefix.StartsWith("CX-R")))));
    }

    [Fact]
    public async Task A_refused_action_gives_the_turn_back()
    {
        await using var scope = factory.Services.CreateAsyncScope();

        var result = await scope.ServiceProvider.GetRequiredService<SavingBoundary>().SaveAsync<string>(async ct =>
        {
            await scope.ServiceProvider.GetRequiredService<CaseNumbers>().NextAsync(CaseKind.Infringement, WebFactory.Start, ct);
            return new RuleViolation("case.not-found");
        }, default);

        Assert.False(result.Succeeded);
        Assert.Null(scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().Database.CurrentTransaction);
    }
}
