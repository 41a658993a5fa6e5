namespace IpCenter.Casework.ReferenceData;

/// <summary>Something that only the people on the spot know: asked once, the answer kept with date and name.</summary>
public sealed record OpenQuestion
{
    public required string Key { get; init; }

    public required Bilingual Question { get; init; }

    public Bilingual? Answer { get; init; }

    public string? ConfirmedBy { get; init; }

    public DateOnly? ConfirmedOn { get; init; }
}
