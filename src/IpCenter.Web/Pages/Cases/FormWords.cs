using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Identifiers;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Cases;

/// <summary>Says one answer of an application's form, codes and days in the words of the request's language; nothing where it was left open.</summary>
public sealed class FormWords(IStringLocalizer<Resources.Apply> texts, ReferenceLibrary reference)
{
    /// <param name="key">One of <see cref="FieldKeys"/>.</param>
    /// <param name="form">The form as it was at the time.</param>
    public string Of(string key, ApplicationForm form) => key switch
    {
        FieldKeys.Kind => texts[$"product.kind.{form.Kind}"] + (form.DesignCount > 1 ? texts["sheet.designs", form.DesignCount] : "") + (form.IsPartialDesign ? texts["sheet.partial"] : ""),
        FieldKeys.Designs => Join(form.Designs.Where(d => d.Number <= form.DesignCount).OrderBy(d => d.Number).Select(Design)),
        FieldKeys.PartialMarking => form.IsPartialDesign ? texts[$"product.marking.{form.PartialMarking}"] : "",
        FieldKeys.Interface => form.IsGraphicalUserInterface ? Interface(form.Brief) : texts["answer.no"],
        FieldKeys.ProductName => form.ProductName,
        FieldKeys.Shape => form.Shape == ProductShape.Unanswered ? "" : texts[$"shape.{form.Shape}"],
        FieldKeys.LocarnoClass => reference.Locarno.Find(form.LocarnoClass) is { } known ? $"{known.Code} {known.Title.Here()}" : form.LocarnoClass,
        FieldKeys.Use => form.Brief.Use,
        FieldKeys.DesignPoints => form.Brief.DesignPoints,
        FieldKeys.DesignatedView => form.Brief.DesignatedView,
        FieldKeys.OmittedViews => Join(form.Brief.OmittedViews.Select(Omitted)),
        FieldKeys.Colour => YesNo(form.Brief.ColourClaimed),
        FieldKeys.BasicDesign => Join(form.Brief.BasicDesigns.Select(number => (string)texts["answer.design", number])),
        FieldKeys.ProtectedPart => form.Brief.ProtectedPart,
        FieldKeys.PartUse => form.Brief.PartUse,
        FieldKeys.EndlessPattern => form.Brief.EndlessPattern == EndlessPattern.Unanswered ? "" : texts[$"brief.endless.{form.Brief.EndlessPattern}"],
        FieldKeys.Brief => Join([form.Brief.TransparentParts, form.Brief.SpecialEffect, form.Brief.ShortenedLength]),
        FieldKeys.BriefText => form.Brief.Text,
        FieldKeys.Disclosure => form.Disclosure.IsAnswered
            ? Join([texts[$"disclosure.{form.Disclosure.Kind}"], form.Disclosure.EarliestDate is { } day ? DateText.Day(day) : ""]) : "",
        FieldKeys.Priorities => Join(form.Priorities.Select(Priority)),
        FieldKeys.Applicants => Join(form.Applicants.Select(Applicant)),
        FieldKeys.Designers => Join(form.Designers.Select(Designer)),
        FieldKeys.Contact => form.Contact is { } contact ? Spaced([contact.Name, contact.Phone]) : "",
        FieldKeys.Agency => form.Agency is { } agency ? Spaced([agency.Name, agency.Code, agency.AttorneyName, agency.QualificationNumber, agency.Phone]) : "",
        FieldKeys.Promises => YesNo(form.Promised),
        FieldKeys.FastTrack => Join(
        [
            form.Exclusions.IsDivisional ? texts["people.divisional"].Value : "",
            form.Exclusions.IsAlreadyFiled ? texts["people.filed"].Value : "",
            form.Exclusions.IsHague ? texts["people.hague"].Value : "",
        ]),
        FieldKeys.Documents => Join(
        [
            .. form.PresentDocuments.Distinct().Order().Select(d => (string)texts["answer.present", texts[$"document.{d}"].Value]),
            .. form.OwedDocuments.Distinct().Order().Select(d => (string)texts["answer.owed", texts[$"document.{d}"].Value]),
        ]),
        _ => "",
    };

    private string Design(DesignAnswers design) =>
        $"{texts["answer.design", design.Number]} {string.Join(' ', new[] { design.ProductName, design.LocarnoClass, design.Difference }.Where(t => t.Length > 0))}".Trim();

    /// <summary>The first one's nationality is on the request; that of most goes without saying.</summary>
    private static string Designer(DesignerFacts designer) => designer.Country is "CN" or "" ? designer.Name : $"{designer.Name} ({designer.Country})";

    private string Omitted(OmittedView view) =>
        $"{(view.Design is { } number ? texts["answer.design", number] + " " : "")}{ViewWords.Of(view.View)}: {texts[$"omission.{view.Reason}"]}{(view.Counterpart is { } other ? $" ({ViewWords.Of(other)})" : "")}";

    private string Interface(BriefDescriptionFacts brief) => Join(
    [
        texts["product.interface"], brief.InterfaceProduct, brief.InterfaceUse, brief.InterfaceArea, brief.Interaction,
        brief.InterfaceMoves ? texts["product.interface-moves"] : "", brief.InterfaceChange,
    ]);

    private string Priority(PriorityClaim claim) => Spaced(
    [
        claim.Country, claim.Number, claim.Date is { } day ? DateText.Day(day) : "", texts[$"people.priority.{claim.EarlierRight}"],
        claim.EarlierEnjoyedPriority ? texts["people.priority.enjoyed"] : "", claim.EarlierIsGranted ? texts["people.priority.granted"] : "",
        claim.CopySupplied ? texts["answer.copy"] : "",
    ]);

    /// <summary>A person's own number is never shown in full (PIPL art. 28); a firm's code is public.</summary>
    private string Applicant(ApplicantFacts applicant)
    {
        var number = applicant.IdentificationKind == IdentificationKind.UnifiedSocialCreditCode
            ? applicant.IdentificationNumber : Mask.ResidentIdentityNumber(applicant.IdentificationNumber);
        return Spaced(
        [
            applicant.Name, texts[$"people.kind.{applicant.Kind}"], number, applicant.Address, applicant.Postcode, applicant.Country == "CN" ? "" : applicant.Country,
            applicant.ResidesInChina ? "" : texts["answer.abroad"], applicant.FeeReductionRequested ? texts["people.reduction"] : "",
        ]);
    }

    private string YesNo(bool answer) => texts[answer ? "answer.yes" : "answer.no"];

    private static string Spaced(IEnumerable<string> parts) => string.Join(' ', parts.Where(p => p.Length > 0));

    private static string Join(IEnumerable<string> parts) => string.Join(Language.IsEnglish ? "; " : "；", parts.Where(p => p.Length > 0));
}
