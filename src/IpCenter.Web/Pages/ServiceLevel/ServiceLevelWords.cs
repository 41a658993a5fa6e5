using System.Globalization;
using IpCenter.Casework;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.ServiceLevel;

/// <summary>Says the published figures in the language of the request, on the page and in the table for spreadsheets.</summary>
public sealed class ServiceLevelWords(Words words, IStringLocalizer<Resources.Service> texts)
{
    /// <summary>The three clocks, and <c>null</c> for their sum.</summary>
    public static IReadOnlyList<ClockOwner?> Clocks { get; } = [ClockOwner.Centre, ClockOwner.Applicant, ClockOwner.Office, null];

    public string Month(DateOnly month) => month.ToString(Language.IsEnglish ? "MMM yyyy" : "yyyy年M月", CultureInfo.InvariantCulture);

    public string Clock(ClockOwner? clock, CaseKind kind) => clock is { } own ? words.Clock(own, kind) : texts["sum"];

    /// <summary>One line for each clock of each month; what is not shown is empty.</summary>
    public byte[] Table(IEnumerable<ServiceLevelMonth> figures) => CsvText.File(
    [
        [.. ((string[])["kind", "month", "cases", "clock", "median", "p90", "target", "within", "paused"]).Select(key => (object)texts[$"csv.{key}"].Value)],
        .. figures.SelectMany(month => Clocks.Select(clock => Line(month, clock))),
    ]);

    private IReadOnlyList<object?> Line(ServiceLevelMonth month, ClockOwner? clock)
    {
        var figures = month.Clocks.FirstOrDefault(c => c.Clock == clock);
        return
        [
            texts[$"kind.{month.Kind}"].Value, month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.Count, Clock(clock, month.Kind),
            figures?.Median, figures?.P90, figures?.Target, figures?.WithinTarget is { } share ? decimal.Round(share, 3) : null,
            clock is null && month.PausedShare is { } paused ? decimal.Round(paused, 3) : null,
        ];
    }
}
