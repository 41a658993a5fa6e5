using System.Globalization;
using System.Text;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>DOC-01 to DOC-07: the documents and the people in the request.</summary>
internal static class DocumentChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) =>
    [
        .. ThreeDocuments(context), .. Chinese(context.Facts), .. Applicants(context.Facts),
        .. Designers(context), .. Agency(context.Facts), .. PowerOfAttorney(context.Facts),
    ];

    private static IEnumerable<Finding> ThreeDocuments(CheckContext context)
    {
        if (!context.Facts.PresentDocuments.Contains(DocumentKind.Request))
            yield return Defects.RequestMissing.InField(FieldKeys.Documents);
        if (!context.Views.Any())
            yield return Defects.PicturesMissing.InField(FieldKeys.Views);
        if (context.Facts.Brief is null)
            yield return Defects.BriefMissing.InField(FieldKeys.Brief);
    }

    private static IEnumerable<Finding> Chinese(ApplicationFacts facts)
    {
        (string Key, Bilingual Field, string Text)[] texts =
        [
            (FieldKeys.ProductName, new("产品名称", "product name"), facts.ProductName),
            (FieldKeys.Use, new("用途", "use"), facts.Brief?.Use ?? ""),
            (FieldKeys.DesignPoints, new("设计要点", "design points"), facts.Brief?.DesignPoints ?? ""),
            (FieldKeys.ProtectedPart, new("请求保护的部分", "protected part"), facts.Brief?.ProtectedPart ?? ""),
            (FieldKeys.BriefText, new("简要说明", "brief description"), facts.Brief?.Text ?? ""),
        ];
        return texts.Where(text => ChineseText.IsForeign(text.Text))
            .Select(text => Defects.NotChinese.InField(text.Key).With("field", text.Field).With("text", text.Text));
    }

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
        if (!string.Equals(applicant.Country.Trim(), "CN", StringComparison.OrdinalIgnoreCase))
            yield break;
        foreach (var finding in Postcode(index, applicant.Postcode, name).Concat(Identification(index, applicant, name)))
            yield return finding;
    }

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
            yield return Found(Defects.ApplicantIdMissing).Seen("identification kind", applicant.IdentificationKind.ToString());
        else if (!IsWellFormed(applicant.IdentificationKind, number))
            yield return Found(Defects.ApplicantIdMalformed).Seen("characters", number.Length.ToString(CultureInfo.InvariantCulture), "≠", "18");
        else if (!HasCheckDigit(applicant.IdentificationKind, number))
            yield return Found(Defects.ApplicantIdCheckDigit);
    }

    private static bool IsWellFormed(IdentificationKind kind, string number) => kind switch
    {
        IdentificationKind.UnifiedSocialCreditCode => IdentificationNumbers.IsCreditCode(number),
        IdentificationKind.ResidentIdentityNumber => IdentificationNumbers.IsResidentNumber(number),
        _ => true,
    };

    private static bool HasCheckDigit(IdentificationKind kind, string number) => kind switch
    {
        IdentificationKind.UnifiedSocialCreditCode => IdentificationNumbers.HasCreditCodeCheck(number),
        IdentificationKind.ResidentIdentityNumber => IdentificationNumbers.HasResidentCheck(number),
        _ => true,
    };

    private static IEnumerable<Finding> Designers(CheckContext context)
    {
        if (context.Facts.Designers.Count == 0)
            yield return Defects.NoDesigner.InField(FieldKeys.Designers);
        foreach (var (index, designer) in context.Facts.Designers.Index())
        {
            var key = FieldKeys.Designer(index, "name");
            if (ChineseText.IsBlank(designer.Name))
                yield return Defects.DesignerNameMissing.InField(key).With("number", (index + 1).ToString(CultureInfo.InvariantCulture));
            foreach (var word in context.WordsIn(WordListIds.OrganisationNames, designer.Name).Take(1))
                yield return Defects.DesignerNotPerson.InField(key).With("name", designer.Name.Normalize(NormalizationForm.FormKC)).With("word", word);
        }
    }

    private static IEnumerable<Finding> Agency(ApplicationFacts facts)
    {
        if (facts.Agency is not { } agency)
        {
            // 专利法第十八条第一款: who neither lives nor has an establishment in China files through an agency.
            if (facts.Applicants is [{ ResidesInChina: false } first, ..])
                yield return Defects.AgencyRequired.InField(FieldKeys.Agency).With("applicant", first.Name);
            yield break;
        }
        (string Key, Bilingual Field, string Value)[] fields =
        [
            ("name", new("机构名称", "agency name"), agency.Name),
            ("code", new("机构代码", "agency code"), agency.Code),
            ("attorneyName", new("专利代理师姓名", "patent attorney's name"), agency.AttorneyName),
            ("qualificationNumber", new("专利代理师资格证号", "attorney's qualification number"), agency.QualificationNumber),
            ("phone", new("联系电话", "phone"), agency.Phone),
        ];
        foreach (var (key, field, _) in fields.Where(field => ChineseText.IsBlank(field.Value)))
            yield return Defects.AgencyFieldMissing.InField(FieldKeys.AgencyField(key)).With("field", field);
        if (agency.IsOnCentreList == false)
            yield return Defects.AgencyNotListed.InField(FieldKeys.Agency).With("agency", agency.Name);
    }

    private static IEnumerable<Finding> PowerOfAttorney(ApplicationFacts facts)
    {
        if (facts.Agency is null || facts.PresentDocuments.Contains(DocumentKind.PowerOfAttorney))
            yield break;
        yield return facts.OwedDocuments.Contains(DocumentKind.PowerOfAttorney)
            ? Defects.PowerOfAttorneyOwed.InField(FieldKeys.Documents)
            : Defects.PowerOfAttorneyMissing.InField(FieldKeys.Documents);
    }
}
