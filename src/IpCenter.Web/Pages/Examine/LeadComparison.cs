using IpCenter.Casework.Examination;
using IpCenter.Web.Pages.Compare;

namespace IpCenter.Web.Pages.Examine;

/// <summary>Where a look-alike and the view that it resembles are compared at full size.</summary>
internal static class LeadComparison
{
    /// <param name="examined">The look-alike.</param>
    /// <param name="page">The page that lists it, to come back to.</param>
    public static string AddressOf(ExaminedLead examined, string page) => new ComparisonRequest(examined.QueryImageId, examined.Lead.FoundImageId)
    {
        LeftBox = CasePictures.Box(examined.Lead.QueryRegion),
        RightBox = CasePictures.Box(examined.Lead.FoundRegion),
        Mirrored = examined.Lead.Mirrored,
        Lead = examined.Lead.Id,
        Back = LightTable.AddressOf(page, examined.Lead.Id),
    }.Address;
}
