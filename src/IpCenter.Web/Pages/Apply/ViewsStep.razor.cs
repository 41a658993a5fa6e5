using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.Results;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Apply;

/// <summary>The pictures: a tray for those that nobody has sorted, and one place after the other. Each upload is a form of its own.</summary>
public sealed partial class ViewsStep
{
    private IReadOnlyList<DraftView> _views = [];
    private ILookup<int, TrayItem> _tray = Enumerable.Empty<TrayItem>().ToLookup(_ => 0);
    private ArrangementChange? _last;
    private readonly List<(ViewPost Chosen, RuleViolation Violation)> _refused = [];

    [Inject] private DraftViewsQuery Views { get; set; } = null!;

    [Inject] private TrayQuery Tray { get; set; } = null!;

    [Inject] private ArrangementLog Log { get; set; } = null!;

    [Inject] private ViewActions Actions { get; set; } = null!;

    [SupplyParameterFromForm] private ViewPost Input { get; set; } = null!;

    protected override string Step => Steps.Views;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Draft is null)
            return;
        await ReadAsync();
    }

    protected override void Fill(Draft draft) => Input ??= new();

    private async Task ReadAsync()
    {
        _views = await Views.ReadAsync(Id, Draft!.Form.Kind, Http.RequestAborted);
        _tray = await Tray.ReadAsync(Draft, Http.RequestAborted);
        _last = await Log.LastAsync(Id, Draft.Round, Http.RequestAborted);
    }

    /// <summary>Keeps every file that was chosen and not sent yet; goes on, or back to where a button beside a file was pressed.</summary>
    private async Task NextAsync()
    {
        var (viewer, actor) = (await Me.ViewerAsync(), Me.Actor(onBehalfOfFirm: Draft!.FirmId));
        var pressed = Input.Verb == ViewPost.Upload ? ViewChoices.AskedBy(Input.Chosen.Position) : null;
        foreach (var chosen in ViewChoices.Read(Http.Request.Form))
        {
            if (pressed is not null && ViewChoices.AreOfOnePlace(pressed, chosen))
                pressed = null;
            // Two further views of a kind take two places.
            var position = PositionOf(chosen, await Views.ReadAsync(Id, Draft.Form.Kind, Http.RequestAborted));
            foreach (var violation in await Actions.DoAsync(Id, chosen, position, Draft.Form.DesignCount, viewer, actor))
                _refused.Add((chosen, violation));
        }
        if (pressed is not null)
            _refused.Add((pressed, new RuleViolation("image.none", pressed.Position ?? "tray")));
        Violations = [.. _refused.Select(one => one.Violation)];
        if (Violations.Count > 0)
            await ReadAsync();
        else
            Navigation.NavigateTo(Input.Verb == ViewPost.Upload ? $"{Steps.AddressOf(Id, Step)}#{Input.Chosen.Position}" : Steps.AddressOf(Id, Steps.Brief));
    }

    private async Task ActAsync()
    {
        Violations = await Actions.DoAsync(Id, Input, Position, Draft!.Form.DesignCount, await Me.ViewerAsync(), Me.Actor(onBehalfOfFirm: Draft.FirmId));
        if (Violations.Count == 0)
            Navigation.NavigateTo($"{Steps.AddressOf(Id, Step)}#{Anchor}");
        else if (Input.Verb == ViewPost.Receive)
            await ReadAsync();
    }

    /// <summary>Where the eye was: the place, or the tray.</summary>
    private string Anchor => Input.Verb switch
    {
        ViewPost.Receive or ViewPost.Discard or ViewPost.PlaceAll or ViewPost.TakeBack => $"tray-{Input.Design}",
        ViewPost.Place => $"tray-{Input.Design}",
        ViewPost.Undo => "views-state",
        _ => $"view-{Input.Design}-{Position}",
    };

    /// <summary>The place; for a further view the next free one of its kind.</summary>
    private string Position => PositionOf(Input, _views);

    private static string PositionOf(ViewPost post, IReadOnlyList<DraftView> views) =>
        post.FurtherKind is { } kind && Enum.TryParse<ViewKind>(kind, out var further) && Enum.IsDefined(further)
            ? ViewPlaces.NextOf(further, views, post.Design)
            : post.Position ?? "";

    private bool IsAboutTray => Input.Verb is ViewPost.Receive or ViewPost.Place or ViewPost.PlaceAll or ViewPost.Discard or ViewPost.Undo;

    private IReadOnlyList<RuleViolation> WrongAt(ViewPlace place) =>
        _refused.Count > 0 ? Refused(place.Design, chosen => chosen.Position == place.Position)
        : !IsAboutTray && Input.FurtherKind is null && Input.Design == place.Design && Input.Position == place.Position ? Violations : [];

    private IReadOnlyList<RuleViolation> WrongAtFurther(int design) =>
        _refused.Count > 0 ? Refused(design, chosen => chosen.FurtherKind is not null)
        : !IsAboutTray && Input.FurtherKind is not null && Input.Design == design ? Violations : [];

    private IReadOnlyList<RuleViolation> WrongAtTray(int design) =>
        _refused.Count > 0 ? Refused(design, chosen => chosen.Verb == ViewPost.Receive)
        : IsAboutTray && Input.Design == design ? Violations : [];

    private List<RuleViolation> Refused(int design, Func<ViewPost, bool> which) =>
        [.. _refused.Where(one => one.Chosen.Design == design && which(one.Chosen)).Select(one => one.Violation)];
}
