namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>On what a rule rests.</summary>
/// <param name="Basis">Law, regulation or practice.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Confidence">How sure the reading is, 0 to 1.</param>
public sealed record Citation(Bilingual Basis, string Source, double Confidence);
