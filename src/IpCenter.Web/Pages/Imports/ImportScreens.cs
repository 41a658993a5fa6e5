using IpCenter.Casework.Imports;
using IpCenter.Web.Hosting;

namespace IpCenter.Web.Pages.Imports;

/// <summary>What the pages of imports and exports read and say with, and the host that runs imports.</summary>
internal static class ImportScreens
{
    public static void AddImportScreens(this WebApplicationBuilder builder)
    {
        builder.AddImportWords();
        builder.Services.AddScoped<ImportsQuery>().AddSingleton<UploadRefusal>().AddHostedService<ImportHost>();
    }

    /// <summary>What the commands need, too.</summary>
    public static void AddImportWords(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<ImportWords>();
    }

    public static void MapImports(this WebApplication app)
    {
        app.MapImportUpload();
        app.MapImportFiles();
    }
}
