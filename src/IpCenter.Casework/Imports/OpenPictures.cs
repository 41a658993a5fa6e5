using System.Collections.Concurrent;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Imports;

/// <summary>The pictures of an import, and of earlier ones whose refused rows come again; each is opened once.</summary>
internal sealed class OpenPictures(PictureSource own, ImportFiles files, IServiceScopeFactory scopes) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, PictureSource?> _earlier = [];
    private readonly SemaphoreSlim _opening = new(1);

    /// <param name="import">The earlier import that a row names; a row that names none has its pictures with it.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns><c>null</c>: there is no such import, or its pictures are not kept any more.</returns>
    public async Task<PictureSource?> FindAsync(Guid? import, CancellationToken ct)
    {
        if (import is not { } id)
            return own;
        await _opening.WaitAsync(ct);
        try
        {
            if (_earlier.TryGetValue(id, out var open))
                return open;
            await using var scope = scopes.CreateAsyncScope();
            var earlier = await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().DesignImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
            return _earlier[id] = earlier is null ? null : files.OpenPictures(earlier);
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose()
    {
        own.Dispose();
        foreach (var source in _earlier.Values)
            source?.Dispose();
        _opening.Dispose();
    }
}
