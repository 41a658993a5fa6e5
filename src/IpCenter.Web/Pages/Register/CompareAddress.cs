using IpCenter.Search;
using IpCenter.Web.Components;
using IpCenter.Web.Pages.Compare;

namespace IpCenter.Web.Pages.Register;

/// <summary>Where a picture searched with and a picture found are compared. The one place that knows that address.</summary>
internal static class CompareAddress
{
    /// <param name="query">The picture searched with.</param>
    /// <param name="found">The picture that it found.</param>
    /// <param name="hit">What agrees on both.</param>
    /// <param name="back">The page of the results.</param>
    public static string Of(QueryPicture query, Guid found, SearchHit hit, string back) => new ComparisonRequest(query.SourceImageId, found)
    {
        Query = query.SourceImageId is null ? query.Reference : null,
        LeftBox = Box(hit.QueryRegion),
        RightBox = Box(hit.ViewRegion),
        Mirrored = hit.Mirrored,
        Back = back,
    }.Address;

    private static MatchBox? Box(MatchRegion? region) => region is null ? null : new(region.X, region.Y, region.Width, region.Height);
}
