using System.Globalization;
using IpCenter.Casework.Results;
using IpCenter.Casework.SavedSearches;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Register;

/// <summary>Takes a search to be kept; shows the form again with what was wrong. Opened without a search, it asks for one.</summary>
public sealed partial class SavePage
{
    private RegisterAsked _asked = new();
    private IReadOnlyList<QueryPicture> _pictures = [];
    private IReadOnlyList<string> _errors = [];
    private IReadOnlyList<RuleViolation> _others = [];
    private Guid _id;
    private long _position = long.MaxValue;
    private string? _name;
    private bool _watch = true;

    [Inject] private QueryPictures Pictures { get; set; } = null!;

    [Inject] private SaveSearch Save { get; set; } = null!;

    [Inject] private SeenPlace Seen { get; set; } = null!;

    [Inject] private SavingBoundary Boundary { get; set; } = null!;

    [Inject] private CurrentPerson Me { get; set; } = null!;

    [Inject] private Words Words { get; set; } = null!;

    [Inject] private Flash Flash { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var form = HttpMethods.IsPost(Http.Request.Method) ? await Http.Request.ReadFormAsync(ct) : null;
        _asked = RegisterAsked.Read(name => form is null ? Http.Request.Query[name] : form[name]);
        _pictures = await Pictures.FindAsync(_asked, ct);
        _id = Guid.TryParse(form?["id"], CultureInfo.InvariantCulture, out var id) ? id : Guid.CreateVersion7(Me.Now);
        if (form is null)
            return;
        _position = Seen.Read(form["position"]) ?? long.MaxValue;
        (_name, _watch) = (form["name"], form["watch"] == "true");
    }

    private async Task SaveAsync()
    {
        var ct = Http.RequestAborted;
        var lost = _asked.Pictures.Count + _asked.Views.Count - _pictures.Count;
        var saved = lost > 0 ? new RuleViolation("search.picture-gone") : await Boundary.SaveAsync(async _ => await SaveOnceAsync(ct), ct, mayRepeat: true);
        if (!saved.Succeeded)
        {
            _errors = [.. saved.Violations.Where(v => v.Field == "Name").Select(Words.Violation)];
            _others = [.. saved.Violations.Where(v => v.Field != "Name")];
            return;
        }
        Flash.Say(T[_watch ? "save.done.watching" : "save.done", saved.Value.Name]);
        Navigation.NavigateTo("/register/saved");
    }

    private async Task<Result<SavedSearch>> SaveOnceAsync(CancellationToken ct)
    {
        List<PictureToKeep> pictures = [];
        foreach (var picture in _pictures)
            pictures.Add(await picture.ToKeepAsync(ct));
        var excluded = _pictures.Select(p => p.ExcludeId).FirstOrDefault(e => e is not null);
        return await Save.ExecuteAsync(
            new(_id, _name, _asked.ToSaved(), pictures, excluded, _watch, _position), await Me.ViewerAsync(ct), Me.Actor(), ct);
    }
}
