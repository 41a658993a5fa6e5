using IpCenter.Casework.Audit;
using IpCenter.Casework.Images;
using IpCenter.Casework.Storage;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace IpCenter.Web.Images;

/// <summary>
/// The copies that people see. The rule of <see cref="ImageAccess"/> decides for everybody, signed in or not; what may not be
/// seen and what does not exist have one answer. Originals have no address.
/// </summary>
internal static class ImageEndpoints
{
    private const string KeptForAYear = "public, max-age=31536000, immutable";

    public static void MapImages(this WebApplication app)
    {
        var images = app.MapGroup("/images/{imageId:guid}").AllowAnonymous();
        images.MapGet("/thumbnail", (Guid imageId, ImageAccess access, CurrentPerson me, HttpContext http) => AnswerAsync(imageId, CopySize.Thumbnail, access, me, http));
        images.MapGet("/display", (Guid imageId, ImageAccess access, CurrentPerson me, HttpContext http) => AnswerAsync(imageId, CopySize.Display, access, me, http));
    }

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> AnswerAsync(
        Guid imageId, CopySize size, ImageAccess access, CurrentPerson me, HttpContext http)
    {
        var ct = http.RequestAborted;
        var actor = me.IsSignedIn ? me.Actor() : new Actor(null, "", me.Now);
        if (await access.FindAsync(imageId, size, await me.ViewerAsync(ct), actor, ct) is not { } image)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = image.IsPublic ? KeptForAYear : "no-store";
        // The copy is made anew only of the same original, so the original's hash with the size names its content.
        var tag = image.IsPublic ? new EntityTagHeaderValue($"\"{image.Sha256}-{size}\"") : null;
        return TypedResults.PhysicalFile(Path.GetFullPath(image.Path), "image/webp", entityTag: tag);
    }
}
