using IpCenter.Casework;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Register;

/// <summary>A list of hits as a table for a spreadsheet, as the viewer sees it.</summary>
public sealed class RegisterTable(RegisterWords words, Words domain, IStringLocalizer<Resources.Register> t)
{
    /// <summary>More than anybody reads; the page says when there are more.</summary>
    public const int MostRows = 1000;

    public byte[] Write(IEnumerable<RegisterRow> rows, Uri site) => CsvText.File(
    [
        [t["number"].Value, t["title.column"].Value, t["owner"].Value, t["facet.class"].Value, t["facet.status"].Value, t["day.column"].Value,
            t["likeness.column"].Value, t["agrees.column"].Value, t["mirrored"].Value, t["address.column"].Value],
        .. rows.Select(row => Cells(row, site)),
    ]);

    private IReadOnlyList<object?> Cells(RegisterRow row, Uri site) =>
    [
        row.Number, row.Title, row.Owner, row.LocarnoClass is { } locarno ? words.Label("class", locarno) : null,
        row.IsUnpublished ? t["unpublished"].Value : row.Status is { } status ? domain.Status(status) : null,
        RegisterAsked.Text(row.On),
        row.Hit.Probability is { } probability ? RegisterWords.Percent(probability) : null,
        row.Hit.Probability is null ? null : row.Hit.AgreeingPlaces,
        row.Hit is { Probability: not null, Mirrored: true } ? t["yes"].Value : null,
        new Uri(site, row.Address).AbsoluteUri,
    ];
}
