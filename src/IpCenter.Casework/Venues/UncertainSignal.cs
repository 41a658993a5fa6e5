namespace IpCenter.Casework.Venues;

/// <summary>A disabled entry that would have mattered: worth a question to the court, never used for an answer.</summary>
public sealed record UncertainSignal(string Id, Bilingual Court, Bilingual Words, decimal Confidence, string? Source);
