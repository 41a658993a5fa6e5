using IpCenter.Casework.SavedSearches;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Register;

internal static class RegisterScreens
{
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>What the pages of the register read with.</summary>
    public static void AddRegisterScreens(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<PictureQueries>()
        .AddSingleton<SeenPlace>()
        .AddScoped<QueryPictures>()
        .AddScoped<ReceivePictures>()
        .AddScoped<RegisterSearch>()
        .AddScoped<RegisterRows>()
        .AddScoped<RegisterWords>()
        .AddScoped<RegisterTable>()
        .AddScoped<SavedHitRows>()
        .AddScoped<ExportReads>()
        .AddScoped<DesignQuery>();

    public static void MapRegister(this WebApplication app)
    {
        app.MapGet("/register/suggestions", async (string? typed, RegisterSearch search, CancellationToken ct) =>
            await search.SuggestAsync(typed ?? "", ct)).AllowAnonymous();
        // The key is the right: it is long, random and known only to whoever sent the picture. One of a saved search is its owner's.
        app.MapGet("/register/by-picture/{key}", async (string key, QueryPictures pictures, CancellationToken ct) =>
            await pictures.ThumbnailAsync(key, ct) is { } thumbnail ? Results.Bytes(thumbnail, "image/webp") : Results.NotFound()).AllowAnonymous();
        app.MapGet("/register/by-picture/{key}/display", async (string key, QueryPictures pictures, CancellationToken ct) =>
            await pictures.DisplayAsync(key, ct) is { } display ? Results.Bytes(display, "image/webp") : Results.NotFound()).AllowAnonymous();
        app.MapGet("/register/results.csv", ResultsAsync).AllowAnonymous();
        app.MapGet("/register/saved/{id:guid}/hits.csv", HitsAsync).RequireAuthorization();
    }

    private static async Task<IResult> ResultsAsync(
        HttpRequest request, RegisterSearch search, QueryPictures pictures, RegisterTable table, ExportReads reads, CancellationToken ct)
    {
        var asked = RegisterAsked.Read(name => request.Query[name]);
        var found = await pictures.FindAsync(asked, ct);
        // Without the picture that was asked with it would be another list.
        if (found.Count < asked.Pictures.Count + asked.Views.Count)
            return Results.NotFound();
        var answer = await search.ExportAsync(asked, found, ct);
        if (answer.IsRebuilding)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        await reads.RecordAsync(answer.Rows, ct);
        return Results.File(table.Write(answer.Rows, SiteOf(request)), Csv, "designs.csv");
    }

    private static async Task<IResult> HitsAsync(
        Guid id, HttpRequest request, SavedSearchesQuery query, SavedHitRows hits, RegisterTable table, ExportReads reads, CurrentPerson me, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        if (await query.FindAsync(id, viewer, ct) is null)
            return Results.NotFound();
        var rows = (await hits.ReadAsync(id, viewer, 0, RegisterTable.MostRows, ct)).Select(h => h.Row).OfType<RegisterRow>().ToList();
        await reads.RecordAsync(rows, ct);
        return Results.File(table.Write(rows, SiteOf(request)), Csv, "new-designs.csv");
    }

    private static Uri SiteOf(HttpRequest request) => new($"{request.Scheme}://{request.Host}");
}
