using System.Globalization;
using IpCenter.Casework.Examination;
using IpCenter.Web.Components;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.Pages.Examine;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Compare;

/// <summary>Two pictures of the centre side by side, for whoever may see both; everything travels in the address.</summary>
public sealed partial class ComparePage(
    ComparedSides sides, ExaminationCaseQuery examination, CurrentPerson me, IStringLocalizer<Resources.Compare> texts, NavigationManager navigation)
{
    private IReadOnlyList<ExaminedLead> _leads = [];
    private int _leadAt = -1;
    private ComparisonRequest? _request;
    private ComparedSide? _left;
    private ComparedSide? _right;
    private bool _forgotten;
    private bool _hasBadBox;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Left { get; set; }

    [SupplyParameterFromQuery] private string? Right { get; set; }

    [SupplyParameterFromQuery] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "lbox")] private string? LeftRegion { get; set; }

    [SupplyParameterFromQuery(Name = "rbox")] private string? RightRegion { get; set; }

    [SupplyParameterFromQuery] private string? Mirrored { get; set; }

    [SupplyParameterFromQuery] private string? Lead { get; set; }

    [SupplyParameterFromQuery] private string? Back { get; set; }

    private IReadOnlyList<PictureChoice> LeftViews => Choices(_left!, _request!.LeftBox, (request, view) => request with { Left = view.ImageId, LeftBox = null });

    private IReadOnlyList<PictureChoice> RightViews => Choices(_right!, _request!.RightBox, (request, view) => request with { Right = view.ImageId!.Value, RightBox = null });

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var readable = ComparisonRequest.TryReadBox(LeftRegion, out var leftBox);
        _hasBadBox = !(ComparisonRequest.TryReadBox(RightRegion, out var rightBox) & readable);
        if (Id(Right) is { } right && (Query is not null || Id(Left) is not null))
        {
            _request = new ComparisonRequest(Query is null ? Id(Left) : null, right)
            {
                Query = Query,
                LeftBox = leftBox,
                RightBox = rightBox,
                Mirrored = Mirrored == "1",
                Lead = Id(Lead),
                Back = Back is null ? null : LocalAddress.Or(Back, "/"),
            };
            _right = await sides.FindAsync(right, ct);
            _left = _right is null ? null : Query is null ? await sides.FindAsync(_request.Left!.Value, ct) : await sides.FindSentAsync(Query, ct);
        }
        if (_left is not null)
        {
            if (_request?.Lead is { } lead)
            {
                _leads = await examination.LeadsBesideAsync(lead, await me.ViewerAsync(ct), me.Now, ct);
                _leadAt = _leads.Index().FirstOrDefault(l => l.Item.Lead.Id == lead, (-1, null!)).Index;
            }
            return;
        }
        _forgotten = _right is not null && Query is not null;
        if (_forgotten)
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        else
            navigation.NotFound();
    }

    /// <summary>The comparison of another look-alike of the case; <c>null</c> before the first and after the last.</summary>
    private string? LeadAddress(int at) =>
        at >= 0 && at < _leads.Count ? LeadComparison.AddressOf(_leads[at], _request!.Back?.Split('?', '#')[0] ?? "/examine") : null;

    private static Guid? Id(string? text) => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The picture that was found keeps its region; of the others none is known.</summary>
    private IReadOnlyList<PictureChoice> Choices(ComparedSide side, MatchBox? box, Func<ComparisonRequest, ComparedView, ComparisonRequest> with) =>
    [
        .. side.Views.Where(_ => side.Views.Count > 1).Select(view => new PictureChoice(
            PictureOf(view), $"{view.ImageId}", view == side.Shown ? _request!.Address : with(_request!, view).Address, view == side.Shown,
            view == side.Shown && box is not null ? ComparisonRequest.Text(box) : null)),
    ];

    private Picture PictureOf(ComparedView view) => new(NameOf(view), view.Small, view.Large);

    private string NameOf(ComparedView view)
    {
        if (view.ImageId is null)
            return texts["view.sent"];
        if (view.FileName is { } file)
            return texts["view.evidence", file, $"{DateText.Day(view.At!.Value)} {Casework.Clocks.ChinaTime.Local(view.At.Value).ToString("HH:mm", CultureInfo.InvariantCulture)}"];
        var name = ViewWords.Of(view.Position!);
        if (view.DesignNumber is { } number)
            name = texts["view.design", number, name];
        return view.IsReplaced ? texts["view.replaced", name] : name;
    }
}
