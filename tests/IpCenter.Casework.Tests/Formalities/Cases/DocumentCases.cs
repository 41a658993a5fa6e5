using System.Collections.Immutable;
using IpCenter.Casework.Formalities.Facts;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

internal static class DocumentCases
{
    private const string Art19 = "第十九条第（二）项";

    /// <summary>A wrong check digit, a month and a day that do not exist, a sign too few, a letter.</summary>
    private static readonly string[] WrongResidents = ["110105194912310021", "11010519491331002X", "11010519490229002X", "11010519491231002", "A10105194912310021"];

    public static IEnumerable<FormalityCase> All =>
    [
        Of("DOC-01", "request-missing", "第四十四条第一款第（一）项", facts => facts with { PresentDocuments = ImmutableHashSet<DocumentKind>.Empty }),
        Of("DOC-01", "pictures-missing", "第四十四条第一款第（一）项", facts => facts with { Designs = [] }),
        Of("DOC-01", "brief-missing", "第四十四条第一款第（一）项", facts => facts with { Brief = null }),
        Of("DOC-02", "not-chinese", "第四十四条第一款第（二）项", facts => facts.WithBrief(brief => brief with { Use = "for wearing" })),
        Of("DOC-03", "none", Art19, facts => facts with { Applicants = [] }),
        Of("DOC-03", "name-missing", Art19, facts => facts.WithApplicant(firm => firm with { Name = " " })),
        Of("DOC-03", "address-missing", "第四十四条第一款第（四）项", facts => facts.WithApplicant(firm => firm with { Address = "" })),
        Of("DOC-03", "country-missing", Art19, facts => facts.WithApplicant(firm => firm with { Country = "" })),
        Of("DOC-03", "country-malformed", Art19, facts => facts.WithApplicant(firm => firm with { Country = "日本" }),
            right: facts => facts.WithApplicant(firm => firm with { Country = "jp" })),
        Of("DOC-03", "region-document", Art19, facts => facts.WithApplicant(firm => firm with { Country = "TW", IdentificationNumber = "" }),
            right: facts => facts.WithApplicant(firm => firm with { Country = "JP", IdentificationNumber = "" })),
        Of("DOC-03", "passport-malformed", Art19, facts => Abroad(facts, "E1234-678"), right: facts => Abroad(facts, "E12345678")),
        Of("DOC-03", "postcode-missing", Art19, facts => facts.WithApplicant(firm => firm with { Postcode = "" }),
            right: facts => facts.WithApplicant(firm => firm with { Postcode = "", Country = "JP" })),
        Of("DOC-03", "postcode-malformed", Art19, facts => facts.WithApplicant(firm => firm with { Postcode = "27440" }),
            right: facts => facts.WithApplicant(firm => firm with { Postcode = "２７４４００" })),
        Of("DOC-03", "identification-missing", Art19, facts => facts.WithApplicant(firm => firm with { IdentificationNumber = "" })),
        Of("DOC-03", "identification-malformed", Art19, facts => facts.WithApplicant(firm => firm with { IdentificationNumber = "91350100M000100Y4Z" }),
            right: facts => facts.WithApplicant(firm => firm with { IdentificationNumber = "91350100M000100Y43" })),
        Of("DOC-03", "identification-check-digit", Art19, facts => facts.WithApplicant(firm => firm with { IdentificationNumber = "91350211M0000XUF46" }),
            right: facts => Person(facts, "11010519491231002x")),
        .. WrongResidents.Select(number =>
            Of("DOC-03", "resident-number-wrong", Art19, facts => Person(facts, number), right: facts => Person(facts, "11010519491231002x"))),
        Of("DOC-04", "none", "第十九条第（三）项", facts => facts with { Designers = [] }),
        Of("DOC-04", "name-missing", "第十九条第（三）项", facts => facts with { Designers = [new DesignerFacts("")] }),
        Of("DOC-04", "country-missing", "130101", facts => facts with { Designers = [new DesignerFacts("王小云") { Country = "" }] },
            right: facts => facts with { Designers = [new DesignerFacts("金敏秀") { Country = "KR" }, new DesignerFacts("王小云") { Country = "" }] }),
        Of("DOC-03", "contact-missing", "130101", facts => facts with { Contact = new("王小云", "") }, right: facts => facts with { Contact = new("王小云", "0530-1234567") }),
        Of("DOC-04", "not-a-person", "第十九条第（三）项", facts => facts with { Designers = [new DesignerFacts("云锦设计工作室")] }),
        Of("DOC-05", "field-missing", "第十九条第（四）项", facts => facts with { Agency = Sample.Agency with { QualificationNumber = "" } },
            right: facts => facts with { Agency = Sample.Agency }),
        Of("DOC-05", "agency-required", "第十八条第一款", facts => facts.WithApplicant(firm => firm with { Country = "JP", ResidesInChina = false }),
            right: facts => facts.WithApplicant(firm => firm with { Country = "JP", ResidesInChina = false }) with { Agency = Sample.Agency }),
        Of("DOC-06", "not-listed", "精准服务保障名单", facts => facts with { Agency = Sample.Agency with { IsOnCentreList = false } },
            right: facts => facts with { Agency = Sample.Agency with { IsOnCentreList = null } }),
        Of("DOC-07", "missing", "第十七条第二款", facts => facts with { Agency = Sample.Agency },
            right: facts => facts with { Agency = Sample.Agency, PresentDocuments = ImmutableHashSet.Create(DocumentKind.Request, DocumentKind.PowerOfAttorney) }),
        Of("DOC-07", "owed", "第十七条第二款", facts => facts with { Agency = Sample.Agency, OwedDocuments = ImmutableHashSet.Create(DocumentKind.PowerOfAttorney) },
            right: facts => facts with { Agency = Sample.Agency }),
        Of("FEE-01", "not-all", "减缴办法", facts => facts with { Applicants = [Sample.Firm with { FeeReductionRequested = true }, Sample.Firm] },
            right: facts => facts with { Applicants = [Sample.Firm with { FeeReductionRequested = true }, Sample.Firm with { FeeReductionRequested = true }] }),
    ];

    private static ApplicationFacts Abroad(ApplicationFacts facts, string passport) => facts.WithApplicant(_ => Sample.Firm with
    {
        Kind = ApplicantKind.NaturalPerson,
        Country = "KR",
        Postcode = "",
        IdentificationKind = IdentificationKind.Passport,
        IdentificationNumber = passport,
    });

    private static ApplicationFacts Person(ApplicationFacts facts, string number) => facts.WithApplicant(_ => Sample.Firm with
    {
        Kind = ApplicantKind.NaturalPerson,
        IdentificationKind = IdentificationKind.ResidentIdentityNumber,
        IdentificationNumber = number,
    });
}
