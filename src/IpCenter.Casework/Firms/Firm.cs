namespace IpCenter.Casework.Firms;

/// <summary>What kind of body a firm is, as its registration says.</summary>
public enum FirmKind
{
    Company,
    IndividualBusiness,
    Cooperative,
    Other,
}

/// <summary>
/// A firm of the county. Only what a case needs: no revenue, customers or costs are ever asked for
/// ("do not disturb"; personal data by PIPL articles 5 and 6).
/// </summary>
public sealed class Firm
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>
    /// Unified social credit code (GB 32100-2015), upper case. Empty after it was found to be another's: the firm stays with its
    /// people and drafts, and bears the code that they ask to be recorded under next.
    /// </summary>
    public required string CreditCode { get; set; }

    public required FirmKind Kind { get; set; }

    public required string Address { get; set; }

    public required string Postcode { get; set; }

    /// <summary>Administrative code of the registered place, such as 371721.</summary>
    public required string PlaceCode { get; set; }

    public string? Town { get; set; }

    public required string ContactName { get; set; }

    public required string ContactPhone { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; }
}
