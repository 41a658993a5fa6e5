using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Takes uploads off the disk that have served their time: pictures of imports that ended long ago, and what a killed process
/// left. Tables stay, as where the designs came from; files of imports by command are their owner's.
/// </summary>
public sealed class ImportRetention(IServiceScopeFactory scopes, ImportFiles files, IOptions<ImportOptions> options, TimeProvider clock)
{
    /// <summary>No upload takes so long: what is older and no import's was left behind.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    /// <summary>Gives how many uploads it took away.</summary>
    public async Task<int> ApplyAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var taken = files.DiscardLeftOver(now - LongestUpload);
        var received = files.Received();
        await using var scope = scopes.CreateAsyncScope();
        var ended = (await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().DesignImports.AsNoTracking()
            .Select(i => new { i.FilesOf, i.EndedAt }).ToListAsync(ct)).ToLookup(i => i.FilesOf, i => i.EndedAt);
        // Refused rows that come again take their pictures from an import that ended: nothing is touched while one is at work.
        if (ended.Any(times => times.Contains(null)))
            return taken;
        var kept = now.AddDays(-options.Value.KeepPicturesDays);
        foreach (var (id, at) in received)
            if (!ended.Contains(id) && at < now - LongestUpload)
            {
                files.Discard(id);
                taken++;
            }
            else if (ended.Contains(id) && ended[id].Max() < kept && files.DiscardPictures(id))
                taken++;
        return taken;
    }
}
