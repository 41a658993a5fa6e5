using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using IpCenter.Casework.SavedSearches;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Casework.Storage;
using IpCenter.Search;
using IpCenter.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Register;

/// <summary>A picture of a query.</summary>
/// <param name="Field">The field of the address that names it: <c>picture</c> or <c>view</c>.</param>
/// <param name="Reference">Its key or id there.</param>
/// <param name="Address">Of its small copy.</param>
/// <param name="ExcludeId">The document that it belongs to: a design is not like itself.</param>
public sealed record QueryPicture(
    ViewFeatures Features, string Field, string Reference, string Address, string? ExcludeId, Func<CancellationToken, Task<byte[]>> ReadThumbnail)
{
    public async Task<PictureQuery> ToSaveAsync(CancellationToken ct) => new(Features, await ReadThumbnail(ct));
}

/// <summary>Finds the pictures that an address names: just sent, kept with one's own saved search, or the centre's that the viewer may see.</summary>
public sealed class QueryPictures(
    CaseworkDbContext db, ImageAccess access, ViewFeatureStore features, PictureQueries sent, SavedSearchesQuery saved, CurrentPerson me)
{
    /// <summary>Those that are there, in the order of the address, at most as many as a query may have.</summary>
    public async Task<IReadOnlyList<QueryPicture>> FindAsync(RegisterAsked asked, CancellationToken ct)
    {
        List<QueryPicture> found = [];
        foreach (var key in asked.Pictures)
            if (await OfKeyAsync(key, ct) is { } picture)
                found.Add(picture);
        foreach (var view in asked.Views)
            if (await OfViewAsync(view, ct) is { } picture)
                found.Add(picture);
        return found.Count > RegisterAsked.MostPictures ? found[..RegisterAsked.MostPictures] : found;
    }

    /// <summary>The small copy behind a key.</summary>
    public async Task<byte[]?> ThumbnailAsync(string key, CancellationToken ct) =>
        sent.Find(key)?.Thumbnail ?? (await SavedAsync(key, ct))?.Picture.Thumbnail;

    private async Task<QueryPicture?> OfKeyAsync(string key, CancellationToken ct)
    {
        if (sent.Find(key) is { } picture)
            return Of(picture.Features, picture.Thumbnail, null);
        return await SavedAsync(key, ct) is { Picture: var kept, ExcludedDocumentId: var excluded } && await kept.ReadAsync(features, ct) is { } read
            ? Of(read, kept.Thumbnail, excluded)
            : null;

        QueryPicture Of(ViewFeatures read, byte[] thumbnail, string? excluded) =>
            new(read, "picture", key, $"/register/by-picture/{key}", excluded, _ => Task.FromResult(thumbnail));
    }

    private async Task<SavedPicture?> SavedAsync(string key, CancellationToken ct) =>
        me.IsSignedIn && Guid.TryParseExact(key, "D", out var id) ? await saved.PictureAsync(id, await me.ViewerAsync(ct), ct) : null;

    private async Task<QueryPicture?> OfViewAsync(string view, CancellationToken ct)
    {
        if (!Guid.TryParse(view, out var id))
            return null;
        var actor = me.IsSignedIn ? me.Actor() : new Actor(null, "", me.Now);
        return await access.FindAsync(id, CopySize.Thumbnail, await me.ViewerAsync(ct), actor, ct) is { } image
            && await features.OfOriginalAsync(image.Sha256, ct) is { } found
            ? new(found, "view", view, $"/images/{id}/thumbnail", await OwnerAsync(id, ct), token => File.ReadAllBytesAsync(image.Path, token))
            : null;
    }

    private async Task<string?> OwnerAsync(Guid imageId, CancellationToken ct)
    {
        var design = await db.DesignViews.Where(v => v.ImageId == imageId).Select(v => (Guid?)v.DesignId).FirstOrDefaultAsync(ct);
        if (design is not null)
            return IndexedDocuments.IdOf(IndexedKind.Design, design.Value);
        var application = await db.ApplicationViews.Where(v => v.ImageId == imageId).Select(v => (Guid?)v.ApplicationId).FirstOrDefaultAsync(ct);
        return application is null ? null : IndexedDocuments.IdOf(IndexedKind.Application, application.Value);
    }
}
