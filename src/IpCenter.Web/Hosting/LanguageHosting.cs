using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IpCenter.Web.Languages;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Hosting;

internal static class LanguageHosting
{
    public static void AddLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        builder.Services.AddSingleton<IStringLocalizerFactory, TextsInPlainSight>();
        builder.Services.AddScoped<Words>();
        builder.Services.AddScoped<AuditWords>();

        // Chinese goes out as it is, not as eight bytes of entity for each character.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Language.Chinese);
            options.SupportedCultures = options.SupportedUICultures = [.. Language.All.Select(CultureInfo.GetCultureInfo)];
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
                [new CookieRequestCultureProvider(), new PersonsLanguage(), new BrowsersLanguage()];
        });
    }

    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization();

    /// <summary>A plain link switches the language and comes back: no script, no form on every page.</summary>
    public static void MapLanguageSwitch(this WebApplication app) =>
        app.MapGet("/language/{language}", (string language, string? back, HttpContext http) =>
        {
            if (!Language.All.Contains(language))
                return Results.NotFound();
            LanguageCookie.Write(http.Response, language);
            return Results.LocalRedirect(LocalAddress.Or(back, "/"));
        }).AllowAnonymous();
}
