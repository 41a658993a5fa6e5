using IpCenter.Casework.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.AnnualFees;

/// <summary>One round over the fees. Each right has a save of its own: a round may be killed anywhere, and run twice or on two nodes at once.</summary>
public sealed partial class FeeRounds(IServiceScopeFactory scopes, ILogger<FeeRounds> log)
{
    /// <summary>Gives how many reminders and suggestions were made.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        IReadOnlyList<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<RemindAnnualFees>().DueAsync(now, ct);
        var made = 0;
        foreach (var id in due)
            made += await SayAsync(id, now, ct);
        return made;
    }

    private async Task<int> SayAsync(Guid design, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var made = await scope.ServiceProvider.GetRequiredService<RemindAnnualFees>().ExecuteAsync(design, now, ct);
            await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
            return made;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One right of which nothing can be said holds up no other; where another node was faster, its key stands.
            NotSaid(log, design, e);
            return 0;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Nobody could be told of the annual fee of {Design}; it will be tried again.")]
    private static partial void NotSaid(ILogger log, Guid design, Exception e);
}
