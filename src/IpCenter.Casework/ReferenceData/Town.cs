namespace IpCenter.Casework.ReferenceData;

/// <summary>A subdistrict or town.</summary>
public sealed record Town(string Key, Bilingual Name);
