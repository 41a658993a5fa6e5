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
    private string Position => Input.FurtherKind is { } kind && Enum.TryParse<ViewKind>(kind, out var further) && Enum.IsDefined(further)
        ? ViewPlaces.NextOf(further, _views, Input.Design)
        : Input.Position ?? "";

    private bool IsAboutTray => Input.Verb is ViewPost.Receive or ViewPost.Place or ViewPost.PlaceAll or ViewPost.Discard or ViewPost.Undo;

    private IReadOnlyList<RuleViolation> WrongAt(ViewPlace place) =>
        !IsAboutTray && Input.FurtherKind is null && Input.Design == place.Design && Input.Position == place.Position ? Violations : [];

    private IReadOnlyList<RuleViolation> WrongAtFurther(int design) => !IsAboutTray && Input.FurtherKind is not null && Input.Design == design ? Violations : [];

    private IReadOnlyList<RuleViolation> WrongAtTray(int design) => IsAboutTray && Input.Design == design ? Violations : [];
}
