using IpCenter.Casework.Letters;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Letters;

/// <summary>Letters of cases, and the templates by which they are written.</summary>
internal static class LetterScreens
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void AddLetterScreens(this WebApplicationBuilder builder) => builder.Services.AddScoped<TemplatesQuery>();

    public static void MapLetters(this WebApplication app)
    {
        app.MapGet("/letters/{id:guid}/letter.docx", async (Guid id, string? language, LetterAccess letters, SavingBoundary boundary, CurrentPerson me, CancellationToken ct) =>
        {
            var viewer = await me.ViewerAsync(ct);
            var opened = await boundary.SaveAsync(token => letters.OpenAsync(id, viewer, me.Actor(), token), ct);
            return opened.Succeeded && await letters.BytesAsync(opened.Value, LetterAddress.LanguageOf(language), ct) is { } bytes
                ? Results.File(bytes, WordType, $"{opened.Value.Number}.docx")
                : Results.NotFound();
        }).RequireAuthorization();
        app.MapGet("/admin/letters/{kind}/{language}/template.docx", async (
            string kind, string language, Guid? version, TemplatesQuery templates, CancellationToken ct) =>
            LetterAddress.TryParse(kind, language, out var of) && await templates.BytesAsync(of.Kind, of.Language, version, ct) is { } bytes
                ? Results.File(bytes.ToArray(), WordType, BuiltInLetters.FileName(of.Kind, of.Language))
                : Results.NotFound()).RequireAuthorization(Policies.Admin);
    }
}
