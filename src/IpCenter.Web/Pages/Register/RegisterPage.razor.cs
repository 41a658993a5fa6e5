using IpCenter.Casework.Results;
using IpCenter.Search;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Register;

/// <summary>
/// The register. A form with words, filters and pictures is sent here; what it asks then travels in the address, so that a search can
/// be kept and sent on. A picture that cannot be used is told at its field, and nothing else of the form is lost.
/// </summary>
public sealed partial class RegisterPage
{
    private const int MostChoices = 12;

    private static readonly (SearchOrder Order, string Key)[] Orders = [(SearchOrder.Best, "sort.best"), (SearchOrder.Newest, "sort.newest")];

    private RegisterAsked _asked = new();
    private IReadOnlyList<QueryPicture> _pictures = [];
    private IReadOnlyList<RuleViolation> _errors = [];
    private RegisterAnswer? _answer;
    private IReadOnlyList<Facet> _facets = [];
    private IReadOnlyList<AskedFilter> _filters = [];
    private IReadOnlyList<string> _forgotten = [];

    [Inject] private RegisterSearch Search { get; set; } = null!;

    [Inject] private QueryPictures Pictures { get; set; } = null!;

    [Inject] private ReceivePictures Receive { get; set; } = null!;

    [Inject] private RegisterWords Says { get; set; } = null!;

    [Inject] private CurrentPerson Me { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var isSent = HttpMethods.IsPost(Http.Request.Method);
        var form = isSent ? await Http.Request.ReadFormAsync(ct) : null;
        await AskAsync(RegisterAsked.Read(name => form is null ? Http.Request.Query[name] : form[name]), ct);
        if (_pictures.Count(p => p.Field == "view") < _asked.Views.Count)
        {
            Navigation.NotFound();
            return;
        }
        List<string> kept = [.. _pictures.Where(p => p.Field == "picture").Select(p => p.Reference)];
        _forgotten = [.. _asked.Pictures.Except(kept)];
        _asked = _asked with { Pictures = kept };
        if (isSent)
            return;
        await FindAsync(ct);
        if (_answer is { Total: > 0, Rows.Count: 0 } && _asked.Page > 1)
            Navigation.NavigateTo((_asked with { Page = 1 }).Address());
    }

    private async Task SearchAsync()
    {
        var ct = Http.RequestAborted;
        var files = (await Http.Request.ReadFormAsync(ct)).Files.GetFiles("picture");
        var received = await Receive.ExecuteAsync(files, RegisterAsked.MostPictures - _pictures.Count, ct);
        await AskAsync(_asked with { Pictures = [.. _asked.Pictures, .. received.Keys], Page = 1 }, ct);
        _errors = received.Violations;
        // A picture that was forgotten meanwhile goes along: the page that follows says so.
        var next = (_asked with { Pictures = [.. _asked.Pictures, .. _forgotten] }).Address();
        if (_errors.Count == 0 && next.Length <= RequestLimits.Address)
            Navigation.NavigateTo(next);
        else if (_asked.IsAsked)
            await FindAsync(ct);
    }

    private async Task AskAsync(RegisterAsked asked, CancellationToken ct) => (_asked, _pictures) = (asked, await Pictures.FindAsync(asked, ct));

    private async Task FindAsync(CancellationToken ct)
    {
        _answer = await Search.RunAsync(_asked, _pictures, ct);
        _filters = Says.Filters(_asked);
        _facets = [.. Facet.Names
            .Select(name => new Facet(name, Choices(name, _answer.Facets.GetValueOrDefault(name, []), _asked.Facets.GetValueOrDefault(name, []))))
            .Where(facet => facet.Choices.Count > 0 && (facet.Name != "kind" || facet.Choices.Count > 1 || facet.Choices[0].IsChosen))];
    }

    /// <summary>What was chosen stays to be unchosen, also where nothing more was found with it.</summary>
    private IReadOnlyList<FacetChoice> Choices(string facet, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> chosen) =>
    [
        .. counts.Take(MostChoices).Select(c => new FacetChoice(c.Value, Says.Label(facet, c.Value), c.Count, chosen.Contains(c.Value))),
        .. chosen.Except(counts.Take(MostChoices).Select(c => c.Value))
            .Select(v => new FacetChoice(v, Says.Label(facet, v), counts.FirstOrDefault(c => c.Value == v)?.Count ?? 0, true)),
    ];
}
