using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Web.Components;
using IpCenter.Web.Pages.Cases;

namespace IpCenter.Web.Pages.Examine;

/// <summary>Pictures of cases by their addresses; who may see them is asked there, at every look.</summary>
internal static class CasePictures
{
    /// <summary>The views of a case as they stand.</summary>
    public static IReadOnlyList<Picture> Of(ExaminationCase found) => [.. found.CurrentViews.Select(view => Of(found.Application.Form.Kind, view))];

    public static Picture Of(ApplicationKind kind, ApplicationView view) =>
        Of(view.ImageId, ViewWords.Full(kind, view.DesignNumber, view.Position));

    /// <summary>Large at once: the comparison is about details.</summary>
    public static Picture Of(Guid imageId, string name) => new(name, $"/images/{imageId}/thumbnail", $"/images/{imageId}/display");

    public static MatchBox? Box(MatchedRegion? region) => region is null ? null : new(region.X, region.Y, region.Width, region.Height);
}
