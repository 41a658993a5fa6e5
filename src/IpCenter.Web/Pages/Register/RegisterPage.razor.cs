using System.Globalization;
using IpCenter.Casework.ReferenceData;
using IpCenter.Search;
using IpCenter.Web.Languages;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Register;

/// <summary>The register: everything travels in the address, so that a search can be kept and sent on.</summary>
public sealed partial class RegisterPage
{
    /// <summary>Beyond it nobody pages; a search is narrowed.</summary>
    private const int LastPage = 500;

    private const int MostOwners = 12;

    private RegisterAnswer? _answer;
    private QueryPicture? _picture;
    private Guid? _view;
    private bool _forgotten;
    private int _page = 1;
    private IReadOnlyList<Facet> _facets = [];

    [Inject] private RegisterSearch Search { get; set; } = null!;

    [Inject] private QueryPictures Pictures { get; set; } = null!;

    [Inject] private ReferenceLibrary Reference { get; set; } = null!;

    [Inject] private Words DomainWords { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")] private string? Words { get; set; }

    [SupplyParameterFromQuery(Name = "picture")] private string? PictureKey { get; set; }

    [SupplyParameterFromQuery(Name = "view")] private string? View { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? To { get; set; }

    [SupplyParameterFromQuery] private string? Page { get; set; }

    private QueryProblem? Problem => _answer?.Problem;

    private bool IsNarrowed => From is { Length: > 0 } || To is { Length: > 0 } || Facet.Names.Any(name => Http.Request.Query.ContainsKey(name));

    private bool IsAsked => IsNarrowed || _picture is not null || !string.IsNullOrWhiteSpace(Words);

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _view = Guid.TryParse(View, CultureInfo.InvariantCulture, out var id) ? id : null;
        _page = int.TryParse(Page, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1;
        _picture = await Pictures.FindAsync(PictureKey, _view, ct);
        if (View is not null && _picture is null)
        {
            Navigation.NotFound();
            return;
        }
        _forgotten = PictureKey is not null && _picture is null;
        if (_forgotten)
            PictureKey = null;
        var chosen = Facet.Names.ToDictionary(name => name, Chosen);
        _answer = await Search.RunAsync(new(Words, _picture, chosen, Day(From), Day(To), _page), ct);
        _facets = [.. Facet.Names
            .Select(name => new Facet(name, Choices(name, _answer.Facets.GetValueOrDefault(name, []), chosen[name])))
            .Where(facet => facet.Choices.Count > 0)];
    }

    private IReadOnlyList<string> Chosen(string facet) => [.. Http.Request.Query[facet].OfType<string>().Where(v => v.Length > 0).Take(MostOwners)];

    /// <summary>What was chosen stays to be unchosen, also where nothing more was found with it.</summary>
    private IReadOnlyList<FacetChoice> Choices(string facet, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> chosen) =>
    [
        .. counts.Take(MostOwners).Select(c => new FacetChoice(c.Value, Label(facet, c.Value), c.Count, chosen.Contains(c.Value))),
        .. chosen.Except(counts.Take(MostOwners).Select(c => c.Value)).Select(v => new FacetChoice(v, Label(facet, v), counts.FirstOrDefault(c => c.Value == v)?.Count ?? 0, true)),
    ];

    private string Label(string facet, string value) => facet switch
    {
        "class" => Reference.Locarno.Find(value) is { } subclass ? $"{value} {subclass.Title.Here()}" : value,
        "status" => DomainWords.Find("status", value) ?? value,
        "kind" => T[value == "application" ? "kind.application" : "kind.design"],
        _ => value,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
