using System.Globalization;

namespace IpCenter.Web.Pages.Designs;

internal static class FeeText
{
    /// <summary>Yuan without needless places.</summary>
    public static string Amount(decimal yuan) => yuan.ToString("#,0.##", CultureInfo.InvariantCulture);
}
