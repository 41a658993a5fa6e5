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
/// <param name="SourceImageId">The centre's picture that it is; <c>null</c> for one that was sent.</param>
/// <param name="ExcludeId">The document that it belongs to: a design is not like itself.</param>
public sealed record QueryPicture(
    ViewFeatures Features, string Field, string Reference, string Address, Guid? SourceImageId, string? ExcludeId, Func<CancellationToken, Task<byte[]>> ReadThumbnail)
{
    /// <summary>It is an animation or has pages, of which only the first is looked for.</summary>
    public bool IsMoving { get; init; }

    public async Task<PictureToKeep> ToKeepAsync(CancellationToken ct) => new(Features, await ReadThumbnail(ct), SourceImageId);
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

    /// <summary>The large copy behind a key; of a kept picture there is none but the small one.</summary>
    public async Task<byte[]?> DisplayAsync(string key, CancellationToken ct) => sent.Find(key)?.Display ?? await ThumbnailAsync(key, ct);

    private async Task<QueryPicture?> OfKeyAsync(string key, CancellationToken ct)
    {
        if (sent.Find(key) is { } picture)
            return Of(picture.Features, picture.Thumbnail, null, null) with { IsMoving = picture.Frames > 1 };
        return await SavedAsync(key, ct) is { Picture: var kept, ExcludedDocumentId: var excluded } && await kept.ReadAsync(features, ct) is { } read
            // A view of an application belongs to its design as soon as that is published.
            ? Of(read, kept.Thumbnail, kept.SourceImageId, kept.SourceImageId is { } source ? await OwnerAsync(source, ct) : excluded)
            : null;

        QueryPicture Of(ViewFeatures read, byte[] thumbnail, Guid? source, string? excluded) =>
            new(read, "picture", key, $"/register/by-picture/{key}", source, excluded, _ => Task.FromResult(thumbnail));
    }

    private async Task<SavedPicture?> SavedAsync(string key, CancellationToken ct)
    {
        if (!me.IsSignedIn || !Guid.TryParseExact(key, "D", out var id) || await saved.PictureAsync(id, await me.ViewerAsync(ct), ct) is not { } kept)
            return null;
        return kept.Picture.SourceImageId is { } source && await VisibleAsync(source, ct) is null ? null : kept;
    }

    private async Task<QueryPicture?> OfViewAsync(string view, CancellationToken ct)
    {
        if (!Guid.TryParse(view, out var id))
            return null;
        return await VisibleAsync(id, ct) is { } image
            && await features.OfOriginalAsync(image.Sha256, ct) is { } found
            ? new(found, "view", view, $"/images/{id}/thumbnail", id, await OwnerAsync(id, ct), token => File.ReadAllBytesAsync(image.Path, token))
            : null;
    }

    private async Task<VisibleImage?> VisibleAsync(Guid imageId, CancellationToken ct) => await access.FindAsync(
        imageId, CopySize.Thumbnail, await me.ViewerAsync(ct), me.IsSignedIn ? me.Actor() : new Actor(null, "", me.Now), ct);

    private async Task<string?> OwnerAsync(Guid imageId, CancellationToken ct)
    {
        var design = await db.DesignViews.Where(v => v.ImageId == imageId).Select(v => (Guid?)v.DesignId).FirstOrDefaultAsync(ct);
        if (design is not null)
            return IndexedDocuments.IdOf(IndexedKind.Design, design.Value);
        var application = await db.ApplicationViews.Where(v => v.ImageId == imageId).Select(v => (Guid?)v.ApplicationId).FirstOrDefaultAsync(ct);
        return application is null ? null : IndexedDocuments.IdOf(IndexedKind.Application, application.Value);
    }
}
