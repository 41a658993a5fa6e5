using IpCenter.Casework.ReferenceData;
using IpCenter.Search;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Register;

/// <summary>A filter of a search in words, with the field and the value by which it is taken away.</summary>
public sealed record AskedFilter(string Field, string Value, string Text);

/// <summary>Says filters and likenesses in the language of the request.</summary>
public sealed class RegisterWords(ReferenceLibrary reference, Words words, IStringLocalizer<Resources.Register> t)
{
    public string Label(string facet, string value) => facet switch
    {
        "class" => reference.Locarno.Find(value) is { } subclass ? $"{value} {subclass.Title.Here()}" : value,
        "status" => words.Find("status", value) ?? value,
        "kind" => t[$"kind.{value}"] is { ResourceNotFound: false } kind ? kind : value,
        _ => value,
    };

    public IReadOnlyList<AskedFilter> Filters(RegisterAsked asked) =>
    [
        .. Facet.Names.SelectMany(name => asked.Facets.GetValueOrDefault(name, []).Select(value => new AskedFilter(name, value, Label(name, value)))),
        .. asked.FirstDay is { } from ? [new AskedFilter("from", asked.From!, t["from.day", DateText.Day(from)])] : Array.Empty<AskedFilter>(),
        .. asked.LastDay is { } to ? [new AskedFilter("to", asked.To!, t["to.day", DateText.Day(to)])] : Array.Empty<AskedFilter>(),
    ];

    /// <summary>How alike, in words that promise no more than the number.</summary>
    public string Likeness(double probability) =>
        t[$"likeness.{probability switch { >= 0.9 => "same", >= 0.5 => "strong", >= RegisterSearch.Resembles => "some", _ => "slight" }}"];

    public static int Percent(double probability) => (int)Math.Clamp(Math.Round(probability * 100), 1, 99);

    /// <summary>What agrees between the two pictures.</summary>
    public string Why(SearchHit hit) => hit.AgreeingPlaces > 0 ? t["agrees", hit.AgreeingPlaces] : t["agrees.layout"];
}
