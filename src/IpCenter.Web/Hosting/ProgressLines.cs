using System.Globalization;
using IpCenter.Casework.SimilarDesigns;

namespace IpCenter.Web.Hosting;

/// <summary>Tells how far a rebuild has come: at the beginning, every two seconds, and at the end.</summary>
internal sealed class ProgressLines(TextWriter output, TimeProvider clock) : IProgress<IndexProgress>
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly long _begun = clock.GetTimestamp();
    private TimeSpan _told = -Pace;

    public void Report(IndexProgress value)
    {
        var passed = clock.GetElapsedTime(_begun);
        if (passed - _told < Pace && value.Done < value.Total)
            return;
        _told = passed;
        var rate = passed > TimeSpan.Zero ? value.Done / passed.TotalSeconds : 0;
        var line = string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Total} documents");
        output.WriteLine(rate > 0
            ? line + string.Create(CultureInfo.InvariantCulture, $", {rate:F0} a second, {TimeSpan.FromSeconds((value.Total - value.Done) / rate):h\\:mm\\:ss} left")
            : line);
    }
}
