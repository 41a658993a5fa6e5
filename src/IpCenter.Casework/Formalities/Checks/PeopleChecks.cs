using System.Globalization;
using System.Text;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Identifiers;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>DOC-03, DOC-04 and FEE-01: applicants and designers in the request (细则第十九条第（二）、（三）项).</summary>
internal static class PeopleChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) => [.. Applicants(context.Facts), .. Contact(context.Facts), .. FeeReduction(context.Facts), .. Designers(context)];

    private static IEnumerable<Finding> Applicants(ApplicationFacts facts)
    {
        if (facts.Applicants.Count == 0)
            yield return Defects.NoApplicant.InField(FieldKeys.Applicants);
        foreach (var (index, applicant) in facts.Applicants.Index())
            foreach (var finding in Applicant(index, applicant))
                yield return finding;
    }

    private static IEnumerable<Finding> Applicant(int index, ApplicantFacts applicant)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var name = ChineseText.IsBlank(applicant.Name) ? new Bilingual($"申请人{number}", $"applicant {number}") : Bilingual.Same(applicant.Name);
        if (ChineseText.IsBlank(applicant.Name))
            yield return Defects.ApplicantNameMissing.InField(FieldKeys.Applicant(index, "name")).With("number", number);
        if (ChineseText.IsBlank(applicant.Address))
            yield return Defects.ApplicantAddressMissing.InField(FieldKeys.Applicant(index, "address")).With("applicant", name);
        if (ChineseText.IsBlank(applicant.Country))
            yield return Defects.ApplicantCountryMissing.InField(FieldKeys.Applicant(index, "country")).With("applicant", name);
        else if (!IsCountryCode(applicant.Country))
            yield return Defects.ApplicantCountryMalformed.InField(FieldKeys.Applicant(index, "country")).With("applicant", name).With("country", applicant.Country.Trim());
        if (!applicant.IsMainland)
        {
            foreach (var finding in FromAbroad(index, applicant, name))
                yield return finding;
            yield break;
        }
        foreach (var finding in Postcode(index, applicant.Postcode, name).Concat(Identification(index, applicant, name)))
            yield return finding;
    }

    /// <summary>
    /// 细则第十九条第（二）项 asks foreign applicants for name and nationality or place of registration, and for no number. What it asks of
    /// applicants from Hong Kong, Macau and Taiwan is not confirmed: it is a question, never a refusal.
    /// </summary>
    private static IEnumerable<Finding> FromAbroad(int index, ApplicantFacts applicant, Bilingual name)
    {
        var key = FieldKeys.Applicant(index, "identificationNumber");
        var number = ChineseText.Normal(applicant.IdentificationNumber);
        if (number.Length == 0 && applicant.IsOfRegion)
            yield return Defects.RegionDocument.InField(key).With("applicant", name);
        if (number.Length > 0 && applicant.IdentificationKind == IdentificationKind.Passport && !number.All(char.IsAsciiLetterOrDigit))
            yield return Defects.PassportMalformed.InField(key).With("applicant", name);
    }

    internal static bool IsCountryCode(string text) => text.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter);

    private static IEnumerable<Finding> Postcode(int index, string written, Bilingual name)
    {
        var key = FieldKeys.Applicant(index, "postcode");
        var postcode = ChineseText.Normal(written);
        if (postcode.Length == 0)
            yield return Defects.ApplicantPostcodeMissing.InField(key).With("applicant", name);
        else if (postcode.Length != 6 || !postcode.All(char.IsAsciiDigit))
            yield return Defects.ApplicantPostcodeMalformed.InField(key).With("applicant", name).With("postcode", written);
    }

    private static IEnumerable<Finding> Identification(int index, ApplicantFacts applicant, Bilingual name)
    {
        var isPerson = applicant.Kind == ApplicantKind.NaturalPerson;
        var wanted = isPerson ? new Bilingual("身份证件号码", "identity document number") : new Bilingual("统一社会信用代码", "unified social credit code");
        var key = FieldKeys.Applicant(index, "identificationNumber");
        var number = ChineseText.Normal(applicant.IdentificationNumber).ToUpperInvariant();
        Finding Found(Defect defect) => defect.InField(key).With("applicant", name).With("identification", wanted);

        if (number.Length == 0 || applicant.IdentificationKind == IdentificationKind.None)
            yield return Found(Defects.ApplicantIdMissing);
        else if (!isPerson && applicant.IdentificationKind != IdentificationKind.UnifiedSocialCreditCode)
            yield return Found(Defects.ApplicantIdMissing).Seen(new("证件类型", "identification kind"), applicant.IdentificationKind.ToString());
        else if (applicant.IdentificationKind == IdentificationKind.ResidentIdentityNumber)
        {
            // Every card in use satisfies GB 11643: unlike a credit code, a number that does not fit is miscopied, never "as on the document".
            if (ResidentIdentityNumber.Read(number) is { IsUsable: false } wrong)
                yield return Defects.ResidentNumberWrong.InField(key).With("applicant", name).With("reason", wrong.Problems[0].Reason);
        }
        else if (!IsWellFormed(applicant.IdentificationKind, number))
            yield return Found(Defects.ApplicantIdMalformed).Seen(new("字数", "characters"), number.Length.ToString(CultureInfo.InvariantCulture), "≠", "18");
        else if (!HasCheckDigit(applicant.IdentificationKind, number))
            yield return Found(Defects.ApplicantIdCheckDigit);
    }

    private static bool IsWellFormed(IdentificationKind kind, string number) => kind switch
    {
        IdentificationKind.UnifiedSocialCreditCode => IdentificationNumbers.IsCreditCode(number),
        _ => true,
    };

    private static bool HasCheckDigit(IdentificationKind kind, string number) => kind switch
    {
        IdentificationKind.UnifiedSocialCreditCode => IdentificationNumbers.HasCreditCodeCheck(number),
        _ => true,
    };

    private static IEnumerable<Finding> Contact(ApplicationFacts facts)
    {
        if (facts.Contact is { } contact && (ChineseText.IsBlank(contact.Name) || ChineseText.IsBlank(contact.Phone)))
            yield return Defects.ContactMissing.InField(FieldKeys.Contact);
    }

    /// <summary>专利收费减缴办法: joint applicants get the reduction only when each of them qualifies.</summary>
    private static IEnumerable<Finding> FeeReduction(ApplicationFacts facts)
    {
        if (facts.Applicants.Select(applicant => applicant.FeeReductionRequested).Distinct().Count() > 1)
            yield return Defects.FeeReductionByAll.InField(FieldKeys.Applicants);
    }

    private static IEnumerable<Finding> Designers(CheckContext context)
    {
        if (context.Facts.Designers.Count == 0)
            yield return Defects.NoDesigner.InField(FieldKeys.Designers);
        if (context.Facts.Designers is [var lead, ..] && !IsCountryCode(lead.Country))
            yield return Defects.DesignerCountryMissing.InField(FieldKeys.Designer(0, "country"));
        foreach (var (index, designer) in context.Facts.Designers.Index())
        {
            var key = FieldKeys.Designer(index, "name");
            if (ChineseText.IsBlank(designer.Name))
                yield return Defects.DesignerNameMissing.InField(key).With("number", (index + 1).ToString(CultureInfo.InvariantCulture));
            foreach (var word in context.WordsIn(WordListIds.OrganisationNames, designer.Name).Take(1))
                yield return Defects.DesignerNotPerson.InField(key).With("name", designer.Name.Normalize(NormalizationForm.FormKC)).With("word", word);
        }
    }
}
