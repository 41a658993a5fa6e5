namespace IpCenter.Web.Pages;

/// <summary>Reads a choice that a form or an address sends: only a value that has a name, for a number parses as any.</summary>
internal static class Choose
{
    public static T? Of<T>(string? text, bool ignoreCase = false)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase, out var value) && Enum.IsDefined(value) ? value : null;
}
