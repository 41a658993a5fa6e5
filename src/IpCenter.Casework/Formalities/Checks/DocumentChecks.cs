using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>DOC-01, 02 and 05 to 07: the documents and the agency. Applicants and designers are in <see cref="PeopleChecks"/>.</summary>
internal static class DocumentChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) =>
    [.. ThreeDocuments(context), .. Chinese(context.Facts), .. Agency(context.Facts), .. PowerOfAttorney(context.Facts)];

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
