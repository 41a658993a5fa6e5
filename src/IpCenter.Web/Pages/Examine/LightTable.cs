using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Web.Components;

namespace IpCenter.Web.Pages.Examine;

/// <summary>
/// What lies on the light table: a view of the case on the left, on the right the corresponding view of a look-alike, or another
/// view of the case itself. Which ones travels in the address, so that it works without a script and can be sent to a colleague.
/// </summary>
internal sealed class LightTable
{
    /// <summary>In the address, in place of a look-alike: the case's own views beside each other.</summary>
    public const string Own = "own";

    public const string Anchor = "light-table";

    private readonly ExaminationCase _case;
    private readonly string _page;
    private readonly List<ApplicationView> _views;
    private readonly ApplicationView _left;

    private LightTable(ExaminationCase examined, string page, Guid? view, string? lead, Guid? beside)
    {
        _case = examined;
        _page = page;
        _views = [.. examined.CurrentViews];
        Sides = [.. examined.Leads.Select(l => TableSide.OfLead(l, _views)), TableSide.OfOwn(examined.Application.Form.Kind, _views)];
        Shown = Sides.FirstOrDefault(s => s.Key == lead) ?? Sides.FirstOrDefault(s => s.IsWorthALook) ?? Sides[0];
        _left = _views.Find(v => v.ImageId == view) ?? _views.Find(v => v.ImageId == Shown.Query) ?? _views[0];
        Beside = Shown.Views.FirstOrDefault(v => v.ImageId == beside) ?? Shown.Views.First(v => v.ImageId == Shown.Pairs[_left.ImageId]);
    }

    /// <summary>The look-alikes, the likest first, and at the end the case itself.</summary>
    public IReadOnlyList<TableSide> Sides { get; }

    public TableSide Shown { get; }

    public TableView Beside { get; }

    public Picture Left => CasePictures.Of(_case.Application.Form.Kind, _left);

    public MatchBox? LeftBox => _left.ImageId == Shown.Query && Beside.ImageId == Shown.Found ? Shown.QueryBox : null;

    public MatchBox? RightBox => LeftBox is null ? null : Shown.FoundBox;

    public IReadOnlyList<PictureChoice> LeftViews =>
    [
        .. _views.Select(v => new PictureChoice(
            CasePictures.Of(_case.Application.Form.Kind, v), $"{v.ImageId}", AddressOf(v.ImageId, Shown.Key), v == _left,
            v.ImageId == Shown.Query ? Shown.QueryBoxText : null)),
    ];

    public IReadOnlyList<PictureChoice> RightViews =>
    [
        .. Shown.Views.Select(v => new PictureChoice(
            CasePictures.Of(v.ImageId, v.Name), $"{v.ImageId}", $"{AddressOf(_left.ImageId, Shown.Key, $"&beside={v.ImageId}")}", v == Beside,
            v.ImageId == Shown.Found ? Shown.FoundBoxText : null)),
    ];

    /// <returns><c>null</c> for a case without a picture.</returns>
    public static LightTable? Of(ExaminationCase examined, string page, string? view, string? lead, string? beside) =>
        examined.CurrentViews.Any() ? new(examined, page, Id(view), lead, Id(beside)) : null;

    /// <summary>The page with this side on the table; the view is the one that was found to be alike.</summary>
    public string AddressOf(TableSide side) => AddressOf(side.Query, side.Key);

    /// <summary>Where to go on once a look-alike is judged: the next that nobody has judged, or where one is.</summary>
    public string AddressAfter(TableSide judged)
    {
        var at = Sides.ToList().IndexOf(judged);
        return AddressOf(Sides.Skip(at + 1).Concat(Sides.Take(at)).FirstOrDefault(s => s.IsOpen) ?? judged);
    }

    /// <summary>The page with a look-alike on its table.</summary>
    public static string AddressOf(string page, Guid lead) => $"{page}?lead={lead}#{Anchor}";

    private string AddressOf(Guid? view, string key, string more = "") =>
        $"{_page}?{(view is { } id ? $"view={id}&" : "")}lead={key}{more}#{Anchor}";

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
