using IpCenter.Web.Hosting;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Tests.Hosting;

public sealed class RetentionTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Steps_of_processes_that_ended_long_ago_go_by_themselves_and_younger_and_held_ones_stay()
    {
        var now = factory.Clock.GetUtcNow();
        await AddAsync("old", now.AddDays(-31));
        await AddAsync("held", now.AddDays(-400), hold: "法院调取");
        await AddAsync("young", now.AddDays(-29));

        await RunAsync(days: 30, until: async () => !await IsThereAsync("old"));

        Assert.False(await IsThereAsync("old"));
        Assert.True(await IsThereAsync("held"));
        Assert.True(await IsThereAsync("young"));
    }

    [Fact]
    public async Task Where_no_period_is_set_nothing_goes()
    {
        await AddAsync("for-ever", factory.Clock.GetUtcNow().AddDays(-10_000));
        using var host = Host(days: null);

        await host.StartAsync(CancellationToken.None);
        await host.ExecuteTask!;

        Assert.True(await IsThereAsync("for-ever"));
    }

    private async Task RunAsync(int days, Func<Task<bool>> until)
    {
        using var host = Host(days);
        await host.StartAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await until())
            await Task.Delay(50, patience.Token);
        await host.StopAsync(CancellationToken.None);
    }

    private RetentionHost Host(int? days) => new(
        factory.Services.GetRequiredService<IServiceScopeFactory>(),
        Options.Create(new RetentionOptions { ProcessHistoryDays = days }), factory.Clock, NullLogger<RetentionHost>.Instance);

    private Task AddAsync(string key, DateTimeOffset ended, string? hold = null) => factory.WithDatabaseAsync(async db =>
    {
        db.WorkflowInstances.Add(new WorkflowInstance
        {
            Id = ExaminationCentre.IdOf(key),
            DefinitionId = "design-application",
            DefinitionVersion = 1,
            CorrelationId = $"{ExaminationCentre.IdOf($"case:{key}")}",
            Status = WorkflowStatus.Finished,
            HoldReason = hold,
            CreatedAt = ended.AddDays(-1),
            UpdatedAt = ended,
            FinishedAt = ended,
        });
        await db.SaveChangesAsync();
    });

    private Task<bool> IsThereAsync(string key) => factory.WithDatabaseAsync(db => db.WorkflowInstances.AnyAsync(i => i.Id == ExaminationCentre.IdOf(key)));
}
