using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Pauses;

/// <summary>
/// Lets clocks run again whose pause was to end by now. Each pause has a save of its own, and its end is a stored fact with a version:
/// a round may be killed anywhere, come late, run twice, or on two nodes at once.
/// </summary>
public sealed partial class EndDuePauses(IServiceScopeFactory scopes, ILogger<EndDuePauses> log)
{
    /// <summary>Gives how many clocks run again.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        IReadOnlyList<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<ResumeClock>().DueAsync(now, ct);
        var ended = 0;
        foreach (var id in due)
            ended += await EndAsync(id, now, ct);
        return ended;
    }

    private async Task<int> EndAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (!await scope.ServiceProvider.GetRequiredService<ResumeClock>().EndExpectedAsync(id, now, ct))
                return 0;
            await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A person, the process or another node was faster; the next round sees what stands.
            return 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One pause that cannot be ended holds up no other.
            NotEnded(log, id, e);
            return 0;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The pause {Pause} could not be ended; it will be tried again.")]
    private static partial void NotEnded(ILogger log, Guid pause, Exception e);
}
