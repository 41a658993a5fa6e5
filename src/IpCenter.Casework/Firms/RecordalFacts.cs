namespace IpCenter.Casework.Firms;

/// <summary>What a firm says of itself in a request, as it said it then; the firm's own facts follow when it is approved.</summary>
public sealed record RecordalFacts(string Name, FirmKind Kind, string Address, string Postcode, string PlaceCode, string? Town)
{
    public static RecordalFacts Of(Firm firm) => new(firm.Name, firm.Kind, firm.Address, firm.Postcode, firm.PlaceCode, firm.Town);

    public void ApplyTo(Firm firm) =>
        (firm.Name, firm.Kind, firm.Address, firm.Postcode, firm.PlaceCode, firm.Town) = (Name, Kind, Address, Postcode, PlaceCode, Town);
}
