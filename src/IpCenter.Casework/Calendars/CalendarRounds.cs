using System.Collections.Concurrent;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpCenter.Casework.Calendars;

/// <summary>
/// One round: the newest edition is put in force, and the dates of older ones are counted anew. Each date has a save of its own and
/// bears the edition by which it was looked at last: a round may be killed anywhere, run twice, or on two nodes at once. What cannot be
/// counted yet is tried in every round, and told once for each edition and reason.
/// </summary>
public sealed partial class CalendarRounds(IServiceScopeFactory scopes, CalendarEditions editions, ILogger<CalendarRounds> log)
{
    /// <summary>What this process has told already: nothing is told every half minute.</summary>
    private readonly ConcurrentDictionary<(Guid Date, int Edition, string Why), bool> _told = [];

    /// <summary>Gives how many dates were looked at.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        await editions.RefreshAsync(ct);
        return await RecountAsync<RecountDates>(dates => dates.DueAsync(ct), (dates, id) => dates.ExecuteAsync(id, now, ct), ct)
            + await RecountAsync<RecountOwedDocuments>(owed => owed.DueAsync(ct), (owed, id) => owed.ExecuteAsync(id, now, ct), ct)
            + await RecountAsync<RecountAcknowledgements>(asked => asked.DueAsync(now, ct), (asked, id) => asked.ExecuteAsync(id, now, ct), ct)
            + await RecountAsync<RecountEvaluations>(reports => reports.DueAsync(ct), (reports, id) => reports.ExecuteAsync(id, now, ct), ct);
    }

    private async Task<int> RecountAsync<T>(Func<T, Task<IReadOnlyList<Guid>>> find, Func<T, Guid, Task<bool>> count, CancellationToken ct) where T : notnull
    {
        IReadOnlyList<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await find(scope.ServiceProvider.GetRequiredService<T>());
        var looked = 0;
        foreach (var id in due)
            looked += await RecountAsync(id, count, ct);
        return looked;
    }

    private async Task<int> RecountAsync<T>(Guid id, Func<T, Guid, Task<bool>> count, CancellationToken ct) where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (!await count(scope.ServiceProvider.GetRequiredService<T>(), id))
            {
                // Not at once: a step before it may be tried again in this very moment.
                if (!IsFirst(id, "waits") && IsFirst(id, "stuck"))
                    Stuck(log, id);
                return 0;
            }
            await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The process or another node was faster; the next round sees what stands.
            return 0;
        }
        catch (CalendarYearMissingException e)
        {
            // All dates that reach into the year wait for it, and it is named once.
            if (IsFirst(Guid.Empty, $"{e.Year}"))
                YearMissing(log, e.Year);
            return 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One date that cannot be counted holds up no other.
            if (IsFirst(id, e.GetType().Name))
                NotCounted(log, id, e);
            return 0;
        }
    }

    private bool IsFirst(Guid id, string why) => _told.TryAdd((id, editions.InForce, why), true);

    [LoggerMessage(2, LogLevel.Warning, "Nothing waits by the date {Deadline}: it stands as it was counted by the calendar before. It will be tried again.")]
    private static partial void Stuck(ILogger log, Guid deadline);

    [LoggerMessage(3, LogLevel.Warning, "There is no working calendar for {Year}: the dates that reach into it stand as they were. Publish the year.")]
    private static partial void YearMissing(ILogger log, int year);

    [LoggerMessage(1, LogLevel.Error, "The date {Deadline} could not be counted by the new calendar; it will be tried again.")]
    private static partial void NotCounted(ILogger log, Guid deadline, Exception e);
}
