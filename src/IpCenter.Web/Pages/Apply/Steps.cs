using System.Globalization;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Web.Pages.Apply;

/// <summary>The steps of an application, in the order in which a merchant takes them.</summary>
public static class Steps
{
    public const string Shown = "shown";
    public const string Product = "product";
    public const string Class = "class";
    public const string Views = "views";
    public const string Brief = "brief";
    public const string People = "people";
    public const string Check = "check";

    public static IReadOnlyList<string> All { get; } = [Shown, Product, Class, Views, Brief, People, Check];

    public static string AddressOf(Guid application, string step) => $"/apply/{application}/{step}";

    public static string After(string step) => All[Math.Min(NumberOf(step), All.Count - 1)];

    public static string? Before(string step) => NumberOf(step) is > 1 and var number ? All[number - 2] : null;

    /// <summary>From 1.</summary>
    public static int NumberOf(string step) => All.Index().Single(s => s.Item == step).Index + 1;

    /// <summary>Where a draft that was left is taken up again.</summary>
    public static string ToContinue(string lastSaved) => All.Contains(lastSaved) ? After(lastSaved) : Shown;

    /// <summary>The step in which what a remark says can be mended.</summary>
    public static string Of(Place place) => place.Kind switch
    {
        PlaceKind.View or PlaceKind.Design => Views,
        PlaceKind.Field => OfField(place.Field!),
        _ => Check,
    };

    /// <summary>The same for a place as it is stored with a correction point: a field key or <c>designs[1].views[主视图]</c>.</summary>
    public static string OfStored(string place) =>
        place.StartsWith("designs[", StringComparison.Ordinal) ? Views : place == "application" ? Check : OfField(place);

    /// <summary>What a merchant has to hear in a step before going on: what blocks or is urgent, that the design was shown before, and that the class is a question.</summary>
    public static bool IsWrong(Remark remark, string step) => Of(remark.Place) == step
        && (remark.OnSubmission == OnSubmission.Blocks || remark.IsUrgent || (step is Shown or Class && remark.Severity >= Severity.Warn));

    /// <summary>Where on the step's page that is, as a link's end; empty where it is the page as a whole.</summary>
    public static string FragmentOf(Place place) => place switch
    {
        { Kind: PlaceKind.View, View: { } name } when ViewLabel.Parse(name) is { } label =>
            string.Create(CultureInfo.InvariantCulture, $"#view-{place.Design}-{label.Kind}{label.Ordinal}"),
        { Kind: PlaceKind.View or PlaceKind.Design } => string.Create(CultureInfo.InvariantCulture, $"#design-{place.Design}"),
        { Kind: PlaceKind.Field, Field: { } key } => FieldIds.TryGetValue(key, out var id) ? "#" + id
            : key.StartsWith("applicants", StringComparison.Ordinal) ? "#applicants"
            : key.StartsWith("priorities", StringComparison.Ordinal) ? "#priorities"
            : key == FieldKeys.Contact ? "#contact"
            : key.StartsWith("pieces", StringComparison.Ordinal) ? "#designs"
            : key.StartsWith("designers", StringComparison.Ordinal) ? "#f-Input-Designers"
            : key.StartsWith(FieldKeys.Agency, StringComparison.Ordinal) ? "#agency"
            : "",
        _ => "",
    };

    /// <summary>The ids that the forms give their fields.</summary>
    private static readonly Dictionary<string, string> FieldIds = new()
    {
        [FieldKeys.DisclosureDate] = "f-Input-On",
        [FieldKeys.ProductName] = "f-Input-Name",
        [FieldKeys.BriefProductName] = "f-Input-Name",
        [FieldKeys.Use] = "f-Input-Use",
        [FieldKeys.ProtectedPart] = "f-Input-ProtectedPart",
        [FieldKeys.PartialMarking] = "f-Input-Marking",
        [FieldKeys.PartUse] = "f-Input-PartUse",
        [FieldKeys.InterfaceUse] = "f-Input-InterfaceUse",
        [FieldKeys.InterfaceProduct] = "f-Input-InterfaceProduct",
        [FieldKeys.InterfaceArea] = "f-Input-InterfaceArea",
        [FieldKeys.Interaction] = "f-Input-Interaction",
        [FieldKeys.InterfaceChange] = "f-Input-InterfaceChange",
        [FieldKeys.DesignPoints] = "f-Input-DesignPoints",
        [FieldKeys.BasicDesign] = "f-Input-Basic",
        [FieldKeys.Colour] = "f-Input-Colour",
        [FieldKeys.Designers] = "f-Input-Designers",
        [FieldKeys.Documents] = "documents",
        [FieldKeys.Promises] = "promise",
        [FieldKeys.Views] = "views-remarks",
        [FieldKeys.OmittedViews] = "views-remarks",
    };

    private static string OfField(string key) => key switch
    {
        FieldKeys.Disclosure or FieldKeys.DisclosureDate => Shown,
        FieldKeys.ProductName or FieldKeys.BriefProductName or FieldKeys.Use or FieldKeys.Shape or FieldKeys.Kind
            or FieldKeys.PartialMarking or FieldKeys.ProtectedPart or FieldKeys.PartUse or FieldKeys.InterfaceUse or FieldKeys.InterfaceProduct
            or FieldKeys.InterfaceArea or FieldKeys.Interaction or FieldKeys.InterfaceChange => Product,
        FieldKeys.LocarnoClass => Class,
        FieldKeys.Views or FieldKeys.OmittedViews => Views,
        FieldKeys.FilingDate => Check,
        _ => key.StartsWith("brief", StringComparison.Ordinal) ? Brief : key.StartsWith("pieces", StringComparison.Ordinal) ? Product : People,
    };
}
