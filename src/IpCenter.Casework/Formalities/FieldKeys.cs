using System.Globalization;

namespace IpCenter.Casework.Formalities;

/// <summary>The keys of the fields that remarks point to; a form uses the same keys to show a remark beside its field.</summary>
public static class FieldKeys
{
    public const string Kind = "kind";
    public const string ProductName = "productName";
    public const string Shape = "shape";
    public const string LocarnoClass = "locarnoClass";
    public const string Applicants = "applicants";
    public const string Designers = "designers";
    public const string FilingDate = "filingDate";
    public const string Recordal = "fastTrack.recordal";
    public const string FastTrack = "fastTrack";
    public const string Promises = "fastTrack.promises";
    public const string Documents = "documents";
    public const string Views = "views";
    public const string Brief = "brief";
    public const string BriefProductName = "brief.productName";
    public const string Use = "brief.use";
    public const string DesignPoints = "brief.designPoints";
    public const string DesignatedView = "brief.designatedView";
    public const string OmittedViews = "brief.omittedViews";
    public const string Colour = "brief.colourClaimed";
    public const string BasicDesign = "brief.basicDesign";
    public const string ProtectedPart = "brief.protectedPart";
    public const string PartUse = "brief.partUse";
    public const string InterfaceUse = "brief.interfaceUse";
    public const string InterfaceProduct = "brief.interfaceProduct";
    public const string InterfaceArea = "brief.interfaceArea";
    public const string Interaction = "brief.interaction";
    public const string InterfaceChange = "brief.interfaceChange";
    public const string EndlessPattern = "brief.endlessPattern";
    public const string BriefText = "brief.text";
    public const string PartialMarking = "partialMarking";
    public const string Disclosure = "disclosure";
    public const string DisclosureDate = "disclosure.earliestDate";
    public const string Contact = "contact";
    public const string Agency = "agency";
    public const string Designs = "designs";
    public const string Interface = "interface";
    public const string Priorities = "priorities";

    public static string Applicant(int index, string field) => Indexed("applicants", index, field);

    public static string Designer(int index, string field) => Indexed("designers", index, field);

    public static string Priority(int index, string field) => Indexed("priorities", index, field);

    /// <summary>A piece of a set, counted from 1 as its design is.</summary>
    public static string Piece(int number, string field) => Indexed("pieces", number, field);

    public static string AgencyField(string field) => $"agency.{field}";

    private static string Indexed(string list, int index, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}[{index}].{field}");
}
