using System.Text.Json.Serialization;

namespace IpCenter.Casework.Formalities.Facts;

/// <summary>What kind of person an applicant is; decides which identification is asked for.</summary>
public enum ApplicantKind
{
    Enterprise,

    /// <summary>个体工商户</summary>
    IndividualBusiness,
    Institution,
    NaturalPerson,
}

/// <summary>Which number identifies an applicant.</summary>
public enum IdentificationKind
{
    None,

    /// <summary>统一社会信用代码, GB 32100-2015</summary>
    UnifiedSocialCreditCode,

    /// <summary>居民身份证号码, GB 11643-1999</summary>
    ResidentIdentityNumber,

    Passport,
    Other,
}

/// <summary>An applicant as written in the request.</summary>
public sealed record ApplicantFacts
{
    public string Name { get; init; } = "";

    public ApplicantKind Kind { get; init; }

    public string Address { get; init; } = "";

    public string Postcode { get; init; } = "";

    public IdentificationKind IdentificationKind { get; init; }

    public string IdentificationNumber { get; init; } = "";

    /// <summary>Nationality or place of registration, ST.3 code.</summary>
    public string Country { get; init; } = "CN";

    /// <summary>Has a habitual residence or an establishment in mainland China (专利法第十八条第一款).</summary>
    public bool ResidesInChina { get; init; } = true;

    [JsonIgnore]
    public bool IsMainland => string.Equals(Country.Trim(), "CN", StringComparison.OrdinalIgnoreCase);

    /// <summary>Of Hong Kong, Macau or Taiwan.</summary>
    [JsonIgnore]
    public bool IsOfRegion => Country.Trim().ToUpperInvariant() is "HK" or "MO" or "TW";

    public bool FeeReductionRequested { get; init; }
}
