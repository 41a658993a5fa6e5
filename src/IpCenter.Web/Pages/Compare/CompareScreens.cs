namespace IpCenter.Web.Pages.Compare;

internal static class CompareScreens
{
    /// <summary>What the comparison reads with.</summary>
    public static void AddCompareScreens(this WebApplicationBuilder builder) => builder.Services.AddScoped<ComparedSides>();
}
