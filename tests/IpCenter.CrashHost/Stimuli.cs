using System.Globalization;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.CrashHost;

/// <summary>What people and partners do: starts instances, answers them, halts them, lets them go on, ends them, at random from a seed.</summary>
internal sealed class Stimuli(ProcessFile processes, Acknowledgements acknowledgements, Random random)
{
    /// <summary>More instances at once than this bring nothing new.</summary>
    private const int MostRunning = 6;

    /// <summary>Goes on for ever.</summary>
    public async Task GiveAsync()
    {
        while (true)
        {
            await GiveOneAsync();
            await Task.Delay(random.Next(0, 12));
        }
    }

    private async Task GiveOneAsync()
    {
        var open = await OpenAsync();
        var roll = random.Next(100);
        if (open.Count(instance => instance.IsOrder) < MostRunning && (roll < 30 || open.Count == 0))
        {
            var key = NextKey();
            await processes.UseAsync(runtime => runtime.StartAsync(
                "order", key, new Dictionary<string, object?> { ["Key"] = key }, processes.Now, CancellationToken.None));
            return;
        }
        if (open.Count == 0)
            return;
        var (id, correlationId, status, _) = open[random.Next(open.Count)];
        if (status == WorkflowStatus.Suspended && roll < 80)
            await processes.UseAsync(runtime => runtime.ResumeAsync(id, "somebody let it go on", processes.Now, CancellationToken.None));
        else if (roll < 85)
            await AnswerAsync(correlationId);
        else if (roll < 95)
            await processes.UseAsync(runtime => runtime.SuspendAsync(id, "somebody halted it", processes.Now, CancellationToken.None));
        else
            await processes.UseAsync(runtime => runtime.CancelAsync(id, "somebody ended it", processes.Now, CancellationToken.None));
    }

    // The event carries a key of its own, by which it is found again wherever it went.
    private async Task AnswerAsync(string correlationId)
    {
        var key = NextKey();
        await processes.UseAsync(runtime => runtime.PublishEventAsync(
            correlationId, "Answer", new Dictionary<string, object?> { ["key"] = key }, processes.Now, CancellationToken.None));
        acknowledgements.Published(key);
    }

    private async Task<List<(Guid Id, string CorrelationId, WorkflowStatus Status, bool IsOrder)>> OpenAsync()
    {
        await using var db = processes.Open();
        var open = await db.WorkflowInstances.AsNoTracking()
            .Where(i => i.Status == WorkflowStatus.Running || i.Status == WorkflowStatus.Suspended)
            .OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.CorrelationId, i.Status, i.DefinitionId })
            .ToListAsync();
        return [.. open.Select(i => (i.Id, i.CorrelationId, i.Status, i.DefinitionId == "order"))];
    }

    private string NextKey() => random.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
}
