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

    public required string Address
    {
        get;
        set => (field, AddressKey) = (value, FirmKeys.Address(value));
    }

    public required string Postcode { get; set; }

    /// <summary>Administrative code of the registered place, such as 371721.</summary>
    public required string PlaceCode { get; set; }

    public string? Town { get; set; }

    public required string ContactName
    {
        get;
        set => (field, ContactKey) = (value, FirmKeys.Text(value));
    }

    public required string ContactPhone
    {
        get;
        set => (field, PhoneKey) = (value, FirmKeys.Phone(value));
    }

    /// <summary>By which firms at one address are found; <c>null</c> only in rows that are older than the keys.</summary>
    public string? AddressKey { get; private set; }

    public string? ContactKey { get; private set; }

    public string? PhoneKey { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary>Of a row that is older than the keys.</summary>
    internal void WriteKeys() => (AddressKey, ContactKey, PhoneKey) = (FirmKeys.Address(Address), FirmKeys.Text(ContactName), FirmKeys.Phone(ContactPhone));
}
