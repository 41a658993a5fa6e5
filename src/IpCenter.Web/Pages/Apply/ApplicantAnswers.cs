using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Web.Pages.Apply;

/// <summary>One applicant as a form sends it.</summary>
public sealed class ApplicantAnswers
{
    public const string Resident = "here";
    public const string Abroad = "abroad";

    public string? Name { get; set; }
    public string? Kind { get; set; }

    /// <summary>Nationality or place of registration, two letters.</summary>
    public string? Country { get; set; }

    /// <summary>Of a person: which document the number is of.</summary>
    public string? Document { get; set; }
    public string? Number { get; set; }
    public string? Address { get; set; }
    public string? Postcode { get; set; }

    /// <summary>Whether there is a residence or an establishment in mainland China.</summary>
    public string? Residence { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Number + Address + Postcode);

    public static IReadOnlyList<IdentificationKind> Documents { get; } =
        [IdentificationKind.ResidentIdentityNumber, IdentificationKind.Passport, IdentificationKind.Other];

    public static ApplicantAnswers Of(ApplicantFacts facts) => new()
    {
        Name = facts.Name,
        Kind = facts.Kind.ToString(),
        Country = facts.Country,
        Document = Documents.Contains(facts.IdentificationKind) ? facts.IdentificationKind.ToString() : null,
        Number = facts.IdentificationNumber,
        Address = facts.Address,
        Postcode = facts.Postcode,
        Residence = facts.ResidesInChina ? Resident : Abroad,
    };

    public ApplicantFacts Apply(ApplicantFacts before, bool reduction)
    {
        var kind = Choose.Of<ApplicantKind>(Kind) ?? ApplicantKind.Enterprise;
        var after = before with
        {
            Name = (Name ?? "").Trim(),
            Kind = kind,
            // A form from before the question was asked sends none.
            // One that was left blank stays what it was, at first mainland China.
            Country = string.IsNullOrWhiteSpace(Country) ? before.Country : Country.Trim().ToUpperInvariant(),
            IdentificationNumber = (Number ?? "").Trim().ToUpperInvariant(),
            Address = (Address ?? "").Trim(),
            Postcode = (Postcode ?? "").Trim(),
            FeeReductionRequested = reduction,
        };
        return after with
        {
            IdentificationKind = DocumentOf(after),
            // Who is of the mainland resides there unless it is said otherwise; of others it has to be said (专利法第十八条第一款).
            ResidesInChina = after.IsMainland ? Residence != Abroad : Residence == Resident,
        };
    }

    private IdentificationKind DocumentOf(ApplicantFacts applicant) => applicant switch
    {
        { Kind: ApplicantKind.NaturalPerson } when Choose.Of<IdentificationKind>(Document) is { } chosen && Documents.Contains(chosen)
            && (applicant.IsMainland || chosen != IdentificationKind.ResidentIdentityNumber) => chosen,
        { Kind: ApplicantKind.NaturalPerson, IsMainland: true } => IdentificationKind.ResidentIdentityNumber,
        { Kind: ApplicantKind.NaturalPerson } => IdentificationKind.Passport,
        { IsMainland: true } => IdentificationKind.UnifiedSocialCreditCode,
        { IdentificationNumber.Length: 0 } => IdentificationKind.None,
        _ => IdentificationKind.Other,
    };
}
