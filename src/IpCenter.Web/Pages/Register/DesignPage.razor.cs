using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Components;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Register;

/// <summary>One published design, fit to be linked, cited and printed: everything on it is known to everybody.</summary>
public sealed partial class DesignPage
{
    private DesignSheet? _sheet;
    private RightStanding _standing = null!;
    private bool _mayAct;

    [Parameter] public string PatentNumber { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Inject] private Words Words { get; set; } = null!;

    [Inject] private ReferenceLibrary Reference { get; set; } = null!;

    [Inject] private DesignQuery Query { get; set; } = null!;

    [Inject] private CurrentPerson Me { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private Design Design => _sheet!.Design;

    private string Title => T["design.title", Design.ProductName, Design.PatentNumber];

    private string Description => string.Join(" · ", ((string[])[_standing.Owner, ClassText, Words.Status(_standing.Status)]).Where(s => s.Length > 0));

    private Uri Site => new(Navigation.BaseUri);

    /// <summary>One address for each design, however it was asked for.</summary>
    private string Address => new Uri(Site, RegisterAddress.Of(Design)).AbsoluteUri;

    private string Data => DesignData.Write(Design, Words.Status(_standing.Status), Site, _sheet!.Views.SelectMany(views => views).Select(view => view.ImageId));

    private string ClassText => Reference.Locarno.Find(Design.LocarnoClass) is { } known ? $"{known.Code} {known.Title.Here()}" : Design.LocarnoClass;

    /// <summary>The end of the term follows from the day of filing; a source may know of an earlier one.</summary>
    private bool IsByLaw => Design is { IsChinesePatent: true, FiledOn: { } filed } && Design.ExpiresOn == DesignTerm.ExpiryOf(filed);

    protected override async Task OnInitializedAsync()
    {
        _sheet = await Query.FindAsync(PatentNumber, Http.RequestAborted);
        if (_sheet is null)
        {
            Navigation.NotFound();
            return;
        }
        _standing = _sheet.History.On(ChinaTime.DateOf(Me.Now));
        _mayAct = Design.IsChinesePatent && RightAccess.MayAct(Design, await Me.ViewerAsync(Http.RequestAborted));
    }

    private Picture PictureOf(DesignView view, int at) => new(
        view.Position.Length == 0 ? T["view.unnamed", at] : NameOf(ViewPositions.Parse(view.Position)), $"/images/{view.ImageId}/display", $"/images/{view.ImageId}/display");

    private string NameOf((ViewKind Kind, int? Ordinal) view) => $"{Words.View(view.Kind.ToString())}{view.Ordinal}";

    private RenderFragment OrUnknown(string text) => builder => builder.AddContent(0, text.Length > 0 ? text : T["unknown"].Value);

    private RenderFragment DayOrUnknown(DateOnly? day) => builder =>
    {
        if (day is { } on)
        {
            builder.OpenComponent<Day>(0);
            builder.AddComponentParameter(1, nameof(Day.On), on);
            builder.CloseComponent();
        }
        else
        {
            builder.AddContent(2, T["unknown"].Value);
        }
    };

    private RenderFragment Why(string key) => builder =>
    {
        builder.OpenComponent<WhyText>(0);
        builder.AddComponentParameter(1, nameof(WhyText.Text), T[key].Value);
        builder.CloseComponent();
    };
}
