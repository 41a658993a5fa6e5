using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Casework.Storage;
using IpCenter.Search;
using IpCenter.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Register;

/// <summary>The picture of a query.</summary>
/// <param name="Address">Of its small copy.</param>
/// <param name="ExcludeId">The document that it belongs to: a design is not like itself.</param>
public sealed record QueryPicture(ViewFeatures Features, string Address, string? ExcludeId);

/// <summary>Finds the picture that an address names: one just sent, or one of the centre's that the viewer may see.</summary>
public sealed class QueryPictures(
    CaseworkDbContext db, ImageAccess access, ViewFeatureStore features, PictureQueries sent, CurrentPerson me)
{
    public async Task<QueryPicture?> FindAsync(string? key, Guid? imageId, CancellationToken ct)
    {
        if (key is not null)
            return sent.Find(key) is { } picture ? new(picture.Features, $"/register/by-picture/{key}", null) : null;
        if (imageId is not { } id)
            return null;
        var actor = me.IsSignedIn ? me.Actor() : new Actor(null, "", me.Now);
        return await access.FindAsync(id, CopySize.Thumbnail, await me.ViewerAsync(ct), actor, ct) is { } image
            && await features.OfOriginalAsync(image.Sha256, ct) is { } found
            ? new(found, $"/images/{id}/thumbnail", await OwnerAsync(id, ct))
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
