using System.Text.Json;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;

namespace IpCenter.Casework.Examination;

/// <summary>A field whose answer changed; its words are made where it is shown, in the reader's language.</summary>
/// <param name="Key">One of <see cref="FieldKeys"/>.</param>
public sealed record ChangedField(string Key, ApplicationForm Before, ApplicationForm After)
{
    /// <summary>Everything that a correction can change in the form.</summary>
    private static readonly (string Key, Func<ApplicationForm, object?> Read)[] Compared =
    [
        (FieldKeys.Kind, f => (f.Kind, f.DesignCount, f.IsPartialDesign)),
        (FieldKeys.Designs, f => f.Designs.Where(d => d.Number <= f.DesignCount).OrderBy(d => d.Number)),
        (FieldKeys.PartialMarking, f => f.IsPartialDesign ? f.PartialMarking : null),
        (FieldKeys.Interface, f => (f.IsGraphicalUserInterface, f.Brief.InterfaceUse, f.Brief.InterfaceProduct, f.Brief.InterfaceArea,
            f.Brief.Interaction, f.Brief.InterfaceMoves, f.Brief.InterfaceChange)),
        (FieldKeys.ProductName, f => f.ProductName),
        (FieldKeys.Shape, f => f.Shape),
        (FieldKeys.LocarnoClass, f => f.LocarnoClass),
        (FieldKeys.Use, f => f.Brief.Use),
        (FieldKeys.DesignPoints, f => f.Brief.DesignPoints),
        (FieldKeys.DesignatedView, f => f.Brief.DesignatedView),
        (FieldKeys.OmittedViews, f => f.Brief.OmittedViews),
        (FieldKeys.Colour, f => f.Brief.ColourClaimed),
        (FieldKeys.BasicDesign, f => f.Brief.BasicDesigns),
        (FieldKeys.ProtectedPart, f => f.Brief.ProtectedPart),
        (FieldKeys.PartUse, f => f.Brief.PartUse),
        (FieldKeys.EndlessPattern, f => f.Brief.EndlessPattern),
        (FieldKeys.Brief, f => (f.Brief.TransparentParts, f.Brief.SpecialEffect, f.Brief.ShortenedLength)),
        (FieldKeys.BriefText, f => f.Brief.Text),
        (FieldKeys.Disclosure, f => (f.Disclosure.IsAnswered, f.Disclosure.Kind, f.Disclosure.EarliestDate)),
        (FieldKeys.Priorities, f => f.Priorities),
        (FieldKeys.Applicants, f => f.Applicants),
        (FieldKeys.Designers, f => f.Designers),
        (FieldKeys.Contact, f => f.Contact),
        (FieldKeys.Agency, f => f.Agency),
        (FieldKeys.Promises, f => f.Promised),
        (FieldKeys.FastTrack, f => f.Exclusions),
        (FieldKeys.Documents, f => (f.PresentDocuments.Distinct().Order(), f.OwedDocuments.Distinct().Order())),
    ];

    private static readonly JsonSerializerOptions Writing = new() { IncludeFields = true };

    public static IReadOnlyList<ChangedField> Between(ApplicationForm before, ApplicationForm after) =>
    [
        .. Compared.Where(c => Written(c.Read(before)) != Written(c.Read(after))).Select(c => new ChangedField(c.Key, before, after)),
    ];

    /// <summary>The key under which a place of the form is compared, if it is; <c>applicants[0].name</c> is asked as <c>applicants</c>.</summary>
    public static string? KeyOf(string place) => place switch
    {
        // One question of the form fills both names.
        FieldKeys.BriefProductName => FieldKeys.ProductName,
        FieldKeys.InterfaceUse or FieldKeys.InterfaceProduct or FieldKeys.InterfaceArea or FieldKeys.Interaction or FieldKeys.InterfaceChange => FieldKeys.Interface,
        // The recordal stands in no form.
        FieldKeys.Recordal => null,
        _ => Compared.Select(c => c.Key).Where(key => place == key || place.StartsWith(key + ".", StringComparison.Ordinal)).MaxBy(key => key.Length),
    };

    private static string Written(object? value) => JsonSerializer.Serialize(value, Writing);
}
