using System.Globalization;
using System.Runtime.CompilerServices;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Processes;

/// <summary>How long cases waited at one step.</summary>
/// <param name="Times">How often the step ended in the period.</param>
/// <param name="Open">How many cases wait here now; their time is not counted yet.</param>
public sealed record StepTime(string ActivityId, int Times, TimeSpan Total, TimeSpan Median, TimeSpan P90, int Open)
{
    public double Days => Total.TotalDays;
}

/// <summary>
/// Where cases spend their days: sums and quantiles over the history, computed by the database. Counted are tasks of people, also
/// those that a deadline took away, and steps of the system and events that completed; timers run beside the work.
/// </summary>
public sealed class HeatQuery(CaseworkDbContext db)
{
    /// <param name="from">Steps that ended at this instant or later.</param>
    public async Task<IReadOnlyList<StepTime>> ReadAsync(WorkflowDefinition definition, DateTimeOffset from, CancellationToken ct)
    {
        var counted = definition.Activities.Where(a => StepKinds.Of(a) is var kind && kind.Waits() && kind != StepKind.Timer).Select(a => a.Id).ToList();
        var ofPeople = definition.Activities.Where(a => StepKinds.Of(a) == StepKind.Person).Select(a => a.Id).ToList();
        var times = counted.Count == 0 ? [] : await db.Database.SqlQuery<Row>(Sql(definition, from, counted, ofPeople)).ToListAsync(ct);
        var open = await (
            from wait in db.WorkflowWaits.AsNoTracking()
            join instance in db.WorkflowInstances.AsNoTracking() on wait.InstanceId equals instance.Id
            where instance.DefinitionId == definition.DefinitionId && instance.DefinitionVersion == definition.Version && counted.Contains(wait.ActivityId)
            group wait by wait.ActivityId into waits
            select new { ActivityId = waits.Key, Count = waits.Count() }).ToDictionaryAsync(w => w.ActivityId, w => w.Count, ct);
        var byStep = times.ToDictionary(row => row.ActivityId);
        return [.. byStep.Keys.Union(open.Keys)
            .Select(id => byStep.TryGetValue(id, out var row)
                ? new StepTime(id, row.Times, Of(row.Total), Of(row.Median), Of(row.NinthDecile), open.GetValueOrDefault(id))
                : new StepTime(id, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, open[id]))
            .OrderByDescending(step => step.Total).ThenByDescending(step => step.Open).ThenBy(step => step.ActivityId, StringComparer.Ordinal)];
    }

    /// <summary>Quantiles by nearest rank: the smallest time that at least half, or nine tenths, of the times do not exceed.</summary>
    private static FormattableString Sql(WorkflowDefinition definition, DateTimeOffset from, List<string> counted, List<string> ofPeople)
    {
        var values = new List<object> { definition.DefinitionId, definition.Version, from.ToUnixTimeMilliseconds() };
        var sql = $$"""
            SELECT "ActivityId", COUNT(*) AS "Times", SUM("Took") AS "Total",
                MIN(CASE WHEN "Share" >= 0.5 THEN "Took" END) AS "Median",
                MIN(CASE WHEN "Share" >= 0.9 THEN "Took" END) AS "NinthDecile"
            FROM (
                SELECT j."ActivityId", j."At" - j."StartedAt" AS "Took",
                    CUME_DIST() OVER (PARTITION BY j."ActivityId" ORDER BY j."At" - j."StartedAt") AS "Share"
                FROM "WorkflowJournal" j
                JOIN "WorkflowInstances" i ON i."Id" = j."InstanceId"
                WHERE i."DefinitionId" = {0} AND i."DefinitionVersion" = {1} AND j."At" >= {2}
                    AND j."ActivityId" IN ({{Listed(counted, values)}})
                    AND (j."Event" = 'Completed' OR (j."Event" = 'Cancelled' AND j."ActivityId" IN ({{Listed(ofPeople, values)}})))
            ) AS steps
            GROUP BY "ActivityId"
            """;
        return FormattableStringFactory.Create(sql, [.. values]);
    }

    /// <summary>Adds values to those of the statement; gives their places in it.</summary>
    private static string Listed(List<string> texts, List<object> values)
    {
        var first = values.Count;
        values.AddRange(texts);
        return texts.Count == 0 ? "NULL" : string.Join(", ", Enumerable.Range(first, texts.Count).Select(at => string.Create(CultureInfo.InvariantCulture, $"{{{at}}}")));
    }

    private static TimeSpan Of(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private sealed record Row(string ActivityId, int Times, long Total, long Median, long NinthDecile);
}
