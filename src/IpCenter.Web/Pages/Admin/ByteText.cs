using System.Globalization;

namespace IpCenter.Web.Pages.Admin;

/// <summary>The size of a file in words.</summary>
internal static class ByteText
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    public static string Of(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 1024 && unit < Units.Length - 1; unit++)
            size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }
}
