namespace IpCenter.Casework.ReferenceData;

/// <summary>Words of the reference data in both languages of the screens.</summary>
public sealed record Bilingual(string Zh, string En)
{
    public override string ToString() => $"{Zh} / {En}";
}
