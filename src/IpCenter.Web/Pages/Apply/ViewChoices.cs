using System.Globalization;

namespace IpCenter.Web.Pages.Apply;

/// <summary>
/// Files that were chosen but not sent yet: without scripts every file of the page belongs to the form of "next", so that no button
/// leaves one behind. The scripts give each its own place's form instead (<c>data-own</c>).
/// </summary>
public static class ViewChoices
{
    /// <summary>Element and name of the form of "next".</summary>
    public const string Form = "views-next";

    private const string Tray = "tray", Further = "further", Photo = "photo";

    public static string OfPlace(int design, string position) => Name(design, position);

    public static string OfFurther(int design) => Name(design, Further);

    public static string OfTray(int design) => Name(design, Tray);

    /// <summary>The list beside the file of a further view.</summary>
    public static string KindOfFurther(int design) => string.Create(CultureInfo.InvariantCulture, $"further-kind-{design}");

    /// <summary>What the camera took, beside what was chosen from the files.</summary>
    public static string Taken(string name) => $"{name}-{Photo}";

    /// <summary>The uploads that a form of "next" asks for, in the order of the page.</summary>
    public static IEnumerable<ViewPost> Read(IFormCollection form)
    {
        foreach (var group in form.Files.Where(file => file.Length > 0).GroupBy(file => file.Name.EndsWith(Taken(""), StringComparison.Ordinal) ? file.Name[..^Taken("").Length] : file.Name))
        {
            if (group.Key.Split('-') is not ["chosen", var number, var place] || !IsDesign(number, out var design))
                continue;
            List<IFormFile> files = [.. group];
            if (place == Tray)
                yield return new() { Action = ViewPost.Receive, Design = design, Files = files };
            else if (place == Further)
                // Each further view has a place of its own.
                foreach (var file in files)
                    yield return new() { Action = ViewPost.Upload, Design = design, FurtherKind = form[KindOfFurther(design)].ToString(), File = file };
            else
            {
                yield return new() { Action = ViewPost.Upload, Design = design, Position = place, File = files[^1] };
                // A place holds one picture; what was photographed besides is kept in the tray.
                if (files.Count > 1)
                    yield return new() { Action = ViewPost.Receive, Design = design, Files = files[..^1] };
            }
        }
    }

    /// <summary>What the button beside a file asks for; it names the element that it stands in.</summary>
    public static ViewPost? AskedBy(string element) => element.Split('-', 3) switch
    {
        ["view", var number, var position] when IsDesign(number, out var design) => new() { Action = ViewPost.Upload, Design = design, Position = position },
        [Further, var number] when IsDesign(number, out var design) => new() { Action = ViewPost.Upload, Design = design, FurtherKind = "" },
        [Tray, var number] when IsDesign(number, out var design) => new() { Action = ViewPost.Receive, Design = design },
        _ => null,
    };

    public static bool AreOfOnePlace(ViewPost one, ViewPost other) =>
        one.Action == other.Action && one.Design == other.Design && one.Position == other.Position && one.FurtherKind is null == other.FurtherKind is null;

    private static bool IsDesign(string number, out int design) => int.TryParse(number, CultureInfo.InvariantCulture, out design);

    private static string Name(int design, string place) => string.Create(CultureInfo.InvariantCulture, $"chosen-{design}-{place}");
}
