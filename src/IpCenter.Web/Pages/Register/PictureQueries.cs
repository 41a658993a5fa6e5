using System.Security.Cryptography;
using IpCenter.Casework.SimilarDesigns;
using Microsoft.Extensions.Caching.Memory;

namespace IpCenter.Web.Pages.Register;

/// <summary>
/// Pictures that people search with, in this node's memory until ten minutes after their last use, so that paging and filters need no
/// second upload. A picture of a design that is still a secret never touches the disk.
/// </summary>
public sealed class PictureQueries : IDisposable
{
    private const int Most = 500, KeyLength = 32;

    /// <summary>Share of the pictures that leave when there is no more room.</summary>
    private const double ToGo = 0.1;

    private static readonly TimeSpan KeptUnused = TimeSpan.FromMinutes(10), Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Keeps a picture; gives the random key to find it by.</summary>
    public string Keep(PictureQuery picture)
    {
        // A full cache would take the new one only after it has made room: those that were used least go at once.
        if (_cache.Count >= Most)
            _cache.Compact(ToGo);
        var key = RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);
        _cache.Set(key, picture, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KeptUnused, AbsoluteExpirationRelativeToNow = Kept });
        return key;
    }

    /// <summary>The picture; <c>null</c> when it was never there or was forgotten.</summary>
    public PictureQuery? Find(string key) => _cache.Get<PictureQuery>(key);

    public void Dispose() => _cache.Dispose();
}
