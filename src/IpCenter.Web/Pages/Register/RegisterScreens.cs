using IpCenter.Casework.SimilarDesigns;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Register;

internal static class RegisterScreens
{
    private const int MostTyped = 50, MostSuggestions = 8;

    /// <summary>What the pages of the register read with.</summary>
    public static void AddRegisterScreens(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<PictureQueries>()
        .AddScoped<QueryPictures>()
        .AddScoped<RegisterSearch>()
        .AddScoped<RegisterRows>()
        .AddScoped<DesignQuery>();

    public static void MapRegister(this WebApplication app)
    {
        app.MapGet("/register/suggestions", async (string? typed, DesignIndex index, CurrentPerson me, CancellationToken ct) =>
        {
            var wanted = typed ?? "";
            return index.Index.Suggest(wanted[..Math.Min(wanted.Length, MostTyped)], (await me.ViewerAsync(ct)).Audiences, MostSuggestions);
        }).AllowAnonymous();
        // The key is the right: it is long, random and known only to whoever sent the picture.
        app.MapGet("/register/by-picture/{key}", (string key, PictureQueries pictures) =>
            pictures.Find(key) is { } picture ? Results.Bytes(picture.Thumbnail, "image/webp") : Results.NotFound()).AllowAnonymous();
    }
}
