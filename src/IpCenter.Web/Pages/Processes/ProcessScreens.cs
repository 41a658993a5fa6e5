namespace IpCenter.Web.Pages.Processes;

/// <summary>What the pages of the processes read.</summary>
internal static class ProcessScreens
{
    public static void AddProcessScreens(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<StepWords>()
        .AddScoped<ProcessCountsQuery>()
        .AddScoped<ProcessCasesQuery>()
        .AddScoped<InstanceQuery>()
        .AddScoped<TimersQuery>()
        .AddScoped<InstancesQuery>()
        .AddScoped<HeatQuery>();
}
