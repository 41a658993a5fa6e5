using IpCenter.Casework.SimilarDesigns;

namespace IpCenter.Web.Hosting;

/// <summary>
/// Keeps this node's search index up with the change feed. A failure is told once and tried again, ever more slowly; nothing else
/// waits for it. A directory that another process has is opened when that one has ended: a rolling restart.
/// </summary>
internal sealed partial class IndexHost(DesignIndex index, ILogger<IndexHost> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2), SlowestPace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (pace, told) = (Pace, (string?)null);
        while (true)
        {
            try
            {
                await index.CatchUpAsync(stoppingToken);
                if (told is not null)
                    CaughtUp(log);
                (pace, told) = (Pace, null);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                var fault = IndexFault.Of(e);
                if (told != e.Message)
                    NotCaughtUp(log, e.Message, fault is null ? e : null);
                told = e.Message;
                // Waiting for another process costs nothing; filling a disk again and again does.
                pace = fault is { Kind: IndexFaultKind.InUse } ? Pace : TimeSpan.FromTicks(Math.Min(SlowestPace.Ticks, 2 * pace.Ticks));
            }
            await Task.Delay(pace, stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The search index could not be brought up to date; it will be tried again. {Reason}")]
    private static partial void NotCaughtUp(ILogger log, string reason, Exception? e);

    [LoggerMessage(2, LogLevel.Information, "The search index is up to date again.")]
    private static partial void CaughtUp(ILogger log);
}

/// <summary>Builds the search index again when somebody asks for it.</summary>
internal sealed partial class IndexRebuildHost(DesignIndex index, ILogger<IndexRebuildHost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await index.RebuildWhenWantedAsync(stoppingToken);
                Rebuilt(log, index.Index.Count);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                NotRebuilt(log, e);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The search index was built again as it was asked for: {Documents} documents.")]
    private static partial void Rebuilt(ILogger log, int documents);

    [LoggerMessage(2, LogLevel.Error, "The search index could not be built again; the one before stays in use.")]
    private static partial void NotRebuilt(ILogger log, Exception e);
}
