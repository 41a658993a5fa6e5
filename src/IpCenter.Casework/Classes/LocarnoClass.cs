namespace IpCenter.Casework.Classes;

/// <summary>A class of the Locarno Classification, 1 to 32.</summary>
public sealed record LocarnoClass(int Number, Bilingual Title);
