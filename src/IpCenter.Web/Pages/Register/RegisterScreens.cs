namespace IpCenter.Web.Pages.Register;

internal static class RegisterScreens
{
    /// <summary>What the pages of the register read with.</summary>
    public static void AddRegisterScreens(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<PictureQueries>()
        .AddScoped<QueryPictures>()
        .AddScoped<RegisterSearch>()
        .AddScoped<RegisterRows>()
        .AddScoped<DesignQuery>();

    public static void MapRegister(this WebApplication app)
    {
        app.MapGet("/register/suggestions", async (string? typed, RegisterSearch search, CancellationToken ct) =>
            await search.SuggestAsync(typed ?? "", ct)).AllowAnonymous();
        // The key is the right: it is long, random and known only to whoever sent the picture.
        app.MapGet("/register/by-picture/{key}", (string key, PictureQueries pictures) =>
            pictures.Find(key) is { } picture ? Results.Bytes(picture.Thumbnail, "image/webp") : Results.NotFound()).AllowAnonymous();
    }
}
