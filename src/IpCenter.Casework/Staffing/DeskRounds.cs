using IpCenter.Casework.Data;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Staffing;

/// <summary>
/// One round over the desk: tasks are given out, and those whose term runs out are called. Every step has a scope and a
/// save of its own, and what it did is a row with a unique key: a round may be killed anywhere, run twice, or run on two
/// nodes at once.
/// </summary>
public sealed partial class DeskRounds(IServiceScopeFactory scopes, ILogger<DeskRounds> log)
{
    /// <summary>Gives how many tasks changed hands or were called.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var steps = 0;
        foreach (var id in await InScopeAsync<DistributeTasks, IReadOnlyList<Guid>>(tasks => tasks.DueAsync(now, ct)))
            steps += await StepAsync<DistributeTasks>(tasks => tasks.ExecuteAsync(id, now, ct), ct);
        foreach (var id in await InScopeAsync<EscalateTasks, IReadOnlyList<Guid>>(tasks => tasks.DueAsync(now, ct)))
            steps += await StepAsync<EscalateTasks>(tasks => tasks.ExecuteAsync(id, now, ct), ct);
        return steps;
    }

    private async Task<TResult> InScopeAsync<T, TResult>(Func<T, Task<TResult>> ask)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<T>());
    }

    private async Task<int> StepAsync<T>(Func<T, Task<bool>> act, CancellationToken ct)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (!await act(scope.ServiceProvider.GetRequiredService<T>()))
                return 0;
            await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateException)
        {
            // A person or another node was faster: nothing of this step is saved, and the next round sees what stands.
            return 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One task that cannot be handled holds up no other.
            StepFailed(log, typeof(T).Name, e);
            return 0;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A step of {Work} failed; the round goes on, and it will be tried again.")]
    private static partial void StepFailed(ILogger log, string work, Exception e);
}
