using System.Globalization;
using IpCenter.Casework.SavedSearches;
using IpCenter.Search;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace IpCenter.Web.Pages.Register;

/// <summary>What somebody asks the register for, as it stands in an address or a form: a search can be kept, paged and sent on.</summary>
public sealed record RegisterAsked
{
    public const int MostPictures = 6;

    /// <summary>Beyond it nobody pages; a search is narrowed.</summary>
    private const int LastPage = 500;

    private const int MostOfAFacet = 12;

    /// <summary>No entry has a longer name of an owner.</summary>
    private const int LongestValue = 200;

    private const string Newest = "newest";

    public string? Words { get; init; }

    /// <summary>Keys of pictures that were sent or that a saved search keeps.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>Ids of the centre's own pictures.</summary>
    public IReadOnlyList<string> Views { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>As typed; a day that does not exist asks for nothing.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public DateOnly? FirstDay => Day(From);

    public DateOnly? LastDay => Day(To);

    public bool IsNarrowed => From is not null || To is not null || Facets.Count > 0;

    public bool HasPictures => Pictures.Count + Views.Count > 0;

    public bool IsAsked => IsNarrowed || HasPictures || Words is not null;

    /// <param name="values">Of a query or a form.</param>
    public static RegisterAsked Read(Func<string, StringValues> values) => new()
    {
        Words = Text(values("q")),
        Pictures = Several(values("picture"), MostPictures),
        Views = Several(values("view"), MostPictures),
        Facets = Facet.Names.Select(name => (name, chosen: Several(values(name), MostOfAFacet)))
            .Where(facet => facet.chosen.Count > 0).ToDictionary(facet => facet.name, facet => facet.chosen),
        From = Text(values("from")),
        To = Text(values("to")),
        Order = values("sort") == Newest ? SearchOrder.Newest : SearchOrder.Best,
        Page = int.TryParse(values("page"), CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1,
    };

    public static RegisterAsked Of(SavedSearchRow saved) => new()
    {
        Words = saved.Search.Query.Words,
        Pictures = [.. saved.Pictures.Select(id => id.ToString())],
        Facets = saved.Search.Query.Facets,
        From = Text(saved.Search.Query.From),
        To = Text(saved.Search.Query.To),
    };

    public SavedQuery ToSaved() => new(Words, Facets, FirstDay, LastDay);

    public string Address(string path = "/register")
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Fields())
            query.Add(name, value);
        return path + query.ToQueryString();
    }

    /// <summary>Everything that is asked, by the names of the address; the page is not part of it unless it is another than the first.</summary>
    public IEnumerable<(string Name, string Value)> Fields() =>
    [
        .. One("q", Words),
        .. Pictures.Select(key => ("picture", key)),
        .. Views.Select(id => ("view", id)),
        .. Facets.SelectMany(facet => facet.Value.Select(value => (facet.Key, value))),
        .. One("from", From),
        .. One("to", To),
        .. One("sort", Order == SearchOrder.Newest ? Newest : null),
        .. One("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ];

    /// <summary>The same without one of its filters, from the first page on.</summary>
    public RegisterAsked Without(string name, string value) => this with
    {
        Page = 1,
        Pictures = name == "picture" ? [.. Pictures.Where(key => key != value)] : Pictures,
        Views = name == "view" ? [.. Views.Where(id => id != value)] : Views,
        From = name == "from" ? null : From,
        To = name == "to" ? null : To,
        Facets = Facets.Select(facet => (facet.Key, Left: facet.Key == name ? [.. facet.Value.Where(v => v != value)] : facet.Value))
            .Where(facet => facet.Left.Count > 0).ToDictionary(facet => facet.Key, facet => facet.Left),
    };

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(StringValues values) => values.ToString().Trim() is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Several(StringValues values, int most) =>
        [.. values.OfType<string>().Where(value => value.Length is > 0 and <= LongestValue).Distinct().Take(most)];

    private static IEnumerable<(string Name, string Value)> One(string name, string? value) => value is null ? [] : [(name, value)];

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
