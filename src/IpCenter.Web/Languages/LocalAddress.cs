namespace IpCenter.Web.Languages;

/// <summary>Addresses to come back to are taken from outside only when they stay on this site.</summary>
public static class LocalAddress
{
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
            && !address.Any(char.IsControl)
            ? address
            : otherwise;
}
