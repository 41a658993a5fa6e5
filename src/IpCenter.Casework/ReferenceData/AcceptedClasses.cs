namespace IpCenter.Casework.ReferenceData;

/// <summary>Locarno subclasses that the centre takes into the fast lane.</summary>
public sealed record AcceptedClasses(AcceptedClassesStatus Status, Bilingual Note, decimal Confidence, IReadOnlyList<string> Codes)
{
    public bool Include(string code) => Codes.Contains(code);
}
