using IpCenter.Casework.Results;
using IpCenter.Casework.SavedSearches;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Register;

/// <summary>One's own saved search with what it has found; what is shown has been looked at afterwards. Somebody else's does not exist.</summary>
public sealed partial class SavedSearchPage
{
    private SavedSearchRow? _row;
    private IReadOnlyList<(SavedSearchHit Hit, RegisterRow? Row)> _hits = [];
    private IReadOnlyList<QueryPicture> _pictures = [];
    private IReadOnlyList<string> _errors = [];
    private IReadOnlyList<RuleViolation> _others = [];
    private string? _typed;
    private int _page = 1;

    [Parameter] public Guid Id { get; set; }

    [Inject] private SavedSearchesQuery Query { get; set; } = null!;

    [Inject] private SavedHitRows Hits { get; set; } = null!;

    [Inject] private QueryPictures Pictures { get; set; } = null!;

    [Inject] private ChangeSavedSearch Change { get; set; } = null!;

    [Inject] private LookAtHits Look { get; set; } = null!;

    [Inject] private SavingBoundary Boundary { get; set; } = null!;

    [Inject] private CurrentPerson Me { get; set; } = null!;

    [Inject] private Words Words { get; set; } = null!;

    [Inject] private Flash Flash { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private string Here => $"/register/saved/{Id}";

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var viewer = await Me.ViewerAsync(ct);
        _row = await Query.FindAsync(Id, viewer, ct);
        if (_row is null)
        {
            Navigation.NotFound();
            return;
        }
        var asked = RegisterAsked.Of(_row) with { Page = RegisterAsked.Read(name => Http.Request.Query[name]).Page };
        _page = asked.Page;
        _pictures = await Pictures.FindAsync(asked, ct);
        _hits = await Hits.ReadAsync(Id, viewer, (_page - 1) * RegisterSearch.PageSize, RegisterSearch.PageSize, ct);
        var fresh = _hits.Where(h => h.Hit.SeenAt is null).Select(h => h.Hit.Id).ToList();
        if (HttpMethods.IsGet(Http.Request.Method) && fresh.Count > 0)
            await Boundary.SaveAsync(token => Look.ExecuteAsync(Id, fresh, viewer.PersonId!.Value, Me.Now, token), ct, mayRepeat: true);
    }

    private async Task WatchAsync()
    {
        var watch = (await FormAsync())["watch"] == "true";
        await DoAsync(ct => Change.WatchAsync(Id, watch, Me.Actor(), ct), watch ? "saved.now-watching" : "saved.now-resting", Here);
    }

    private async Task RenameAsync()
    {
        _typed = (await FormAsync())["name"];
        await DoAsync(ct => Change.RenameAsync(Id, _typed, Me.Actor(), ct), "saved.renamed", Here);
    }

    private Task DeleteAsync() => DoAsync(ct => Change.DeleteAsync(Id, Me.Actor(), ct), "saved.deleted", "/register/saved");

    private async Task DoAsync(Func<CancellationToken, Task<Result<SavedSearch>>> act, string done, string next)
    {
        var result = await Boundary.SaveAsync(act, CancellationToken.None, mayRepeat: true);
        if (result.Succeeded)
        {
            Flash.Say(T[done, result.Value.Name]);
            Navigation.NavigateTo(next);
        }
        _errors = [.. result.Violations.Where(v => v.Field == "Name").Select(Words.Violation)];
        _others = [.. result.Violations.Where(v => v.Field != "Name")];
    }

    private Task<IFormCollection> FormAsync() => Http.Request.ReadFormAsync(Http.RequestAborted);
}
