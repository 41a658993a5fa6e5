using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Hosting;

public sealed class EveryEndpointTests(WebFactory factory) : IClassFixture<WebFactory>
{
    /// <summary>The framework's own; the fallback policy closes them.</summary>
    private static readonly string[] OfTheFramework = ["Fallback {**path:file}", "Blazor Opaque Redirection"];

    [Fact]
    public void Every_endpoint_names_a_policy_or_is_anonymous_on_purpose()
    {
        var silent = Endpoints()
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.DisplayName)
            .Except(OfTheFramework);

        Assert.Empty(silent);
    }

    [Fact]
    public void Anonymous_pages_are_the_ones_listed_here()
    {
        string[] expected =
        [
            "/", "/access-denied", "/account/new", "/compare", "/designs/calendar/{key}.ics", "/dev/components", "/health/live", "/health/ready",
            "/images/{imageId:guid}/display", "/images/{imageId:guid}/thumbnail", "/join/{Token}", "/keyboard-shortcuts", "/language/{language}",
            "/s/{Code}", "/service", "/service/service-level.csv", "/sign-in", "/sign-out", "/status/{Code:int}", "/terms", "/verify", "/verify/{Number}",
        ];

        var anonymous = Endpoints().OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && !IsAsset(e))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.StartsWith("/register", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(expected, anonymous);
    }

    private static bool IsAsset(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;

    private IReadOnlyList<Endpoint> Endpoints() => factory.Services.GetRequiredService<EndpointDataSource>().Endpoints;
}
