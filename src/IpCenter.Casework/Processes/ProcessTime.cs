using System.Globalization;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Processes;

/// <summary>Instants as the definitions pass them on: local time of China, with its offset.</summary>
internal static class ProcessTime
{
    public static string Iso(DateTimeOffset instant) => ChinaTime.Local(instant).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
