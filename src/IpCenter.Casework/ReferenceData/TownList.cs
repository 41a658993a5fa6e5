namespace IpCenter.Casework.ReferenceData;

/// <summary>The county's subdistricts and towns (镇街道), with how sure the list is.</summary>
public sealed record TownList(string Source, decimal Confidence, IReadOnlyList<Town> Items);
