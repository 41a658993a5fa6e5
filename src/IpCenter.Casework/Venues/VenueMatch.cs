namespace IpCenter.Casework.Venues;

/// <summary>One way from a rule over a place to a court; several may lead to the same court.</summary>
internal sealed record VenueMatch(
    Court Court, FoundingPoint? Founding, IReadOnlyList<LegalBasis> Bases, bool NeedsLocalConfirmation, Bilingual? Condition)
{
    public decimal Confidence => Math.Min(Court.Confidence, Bases.Min(basis => basis.Confidence));
}
