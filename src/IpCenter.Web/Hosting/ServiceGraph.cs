namespace IpCenter.Web.Hosting;

/// <summary>A service that cannot be built stops the start, in every environment, and not the first request.</summary>
internal static class ServiceGraph
{
    public static void CheckServiceGraph(this WebApplicationBuilder builder) =>
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
}
