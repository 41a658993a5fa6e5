using Microsoft.AspNetCore.Authorization;

namespace IpCenter.Web.Layout;

/// <summary>
/// Puts a page into the main navigation, for those who may open it: the entry and the page share one policy.
/// </summary>
/// <param name="textKey">Key of its words in the Shell resources.</param>
/// <param name="order">Place in the bar; smaller is further left.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NavigationEntryAttribute(string textKey, int order) : Attribute
{
    public string TextKey => textKey;

    public int Order => order;
}

/// <summary>An entry as the person of the request sees it.</summary>
public sealed record NavigationEntry(string TextKey, string Address, bool IsCurrent);

/// <summary>The entries of the request's person, gathered from the pages themselves.</summary>
public sealed class NavigationEntries(
    EndpointDataSource endpoints, IAuthorizationService authorization, IAuthorizationPolicyProvider policies, IHttpContextAccessor http)
{
    public async Task<IReadOnlyList<NavigationEntry>> ForRequestAsync()
    {
        var context = http.HttpContext!;
        var entries = new List<(int Order, NavigationEntry Entry)>();
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<NavigationEntryAttribute>() is not { } entry || !await MayOpenAsync(context, endpoint))
                continue;
            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            entries.Add((entry.Order, new(entry.TextKey, address, context.Request.Path.StartsWithSegments(address))));
        }
        return [.. entries.OrderBy(e => e.Order).ThenBy(e => e.Entry.Address, StringComparer.Ordinal).Select(e => e.Entry).DistinctBy(e => e.TextKey)];
    }

    private async Task<bool> MayOpenAsync(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return true;
        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
            ?? await policies.GetFallbackPolicyAsync();
        return policy is null || (await authorization.AuthorizeAsync(context.User, policy)).Succeeded;
    }
}
