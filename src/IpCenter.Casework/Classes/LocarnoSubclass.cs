using System.Globalization;

namespace IpCenter.Casework.Classes;

/// <summary>A subclass such as <c>02-02</c>, garments.</summary>
public sealed record LocarnoSubclass(string Code, Bilingual Title)
{
    /// <summary>Number of the class that it belongs to.</summary>
    public int Class => int.Parse(Code.AsSpan(0, 2), CultureInfo.InvariantCulture);
}
