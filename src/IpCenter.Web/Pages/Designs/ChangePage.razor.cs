using IpCenter.Casework.Designs;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Designs;

/// <summary>What happened to a right: its holder sends it in with a document, the staff record it. First which, then only what that needs.</summary>
public sealed partial class ChangePage
{
    private RightView? _view;
    private RightEntryKind? _kind;
    private IReadOnlyList<string> _file = [];

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery] private string? Kind { get; set; }

    [SupplyParameterFromForm(FormName = "change")] private Answers Input { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Inject] private RightQuery Rights { get; set; } = null!;

    [Inject] private RecordRightEntry Record { get; set; } = null!;

    [Inject] private ProposeRightChange Propose { get; set; } = null!;

    [Inject] private SavingBoundary Boundary { get; set; } = null!;

    [Inject] private CurrentPerson Me { get; set; } = null!;

    [Inject] private Flash Flash { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private IReadOnlyList<RightEntryKind> Kinds => _view!.IsHolder ? RightRules.OwnersKinds : RightRules.StaffKinds;

    private bool NeedsNote => _kind is RightEntryKind.PartlyInvalidated or RightEntryKind.Struck;

    private IReadOnlyList<Choice> Licences => [.. Enum.GetValues<LicenceKind>().Select(l => new Choice(l.ToString(), T[$"licence.{l}"]))];

    private IReadOnlyList<Choice> Publicities =>
    [
        .. Enum.GetValues<EntryPublicity>()
            .Where(p => p != EntryPublicity.Hidden || _kind is not (RightEntryKind.Pledged or RightEntryKind.PledgeReleased))
            .Select(p => new Choice(p.ToString(), T[$"publicity.{p}"])),
    ];

    private IReadOnlyList<Choice> Referable =>
        [.. (_kind == RightEntryKind.LicenceEnded ? _view!.Standing.Licences : _view!.Standing.Pledges).Select(Choice)];

    private IReadOnlyList<Choice> Correctable => [.. _view!.History.Valid.Where(e => e.Kind != RightEntryKind.Granted).Select(Choice)];

    protected override async Task OnInitializedAsync()
    {
        Input ??= new() { Id = Guid.CreateVersion7(Me.Now) };
        _view = await Rights.FindAsync(Id, await Me.ViewerAsync(), Me.Now, Http.RequestAborted);
        if (_view is null)
        {
            Navigation.NotFound();
            return;
        }
        if (Enum.TryParse<RightEntryKind>(Kind, out var kind) && Kinds.Contains(kind))
            _kind = kind;
    }

    private async Task SaveAsync(EditContext form)
    {
        var viewer = await Me.ViewerAsync();
        var file = await SentFiles.ReadAsync(Input.File, CancellationToken.None);
        var violations = _view!.IsHolder
            ? (await Boundary.SaveAsync(ct => Propose.ExecuteAsync(Input.Id, Id, Facts(), file, viewer, Me.Actor(onBehalfOfFirm: _view.Design.FirmId), ct), CancellationToken.None)).Violations
            : (await Boundary.SaveAsync(ct => Record.ExecuteAsync(Input.Id, Id, Facts(), file, viewer, Me.Actor(), ct), CancellationToken.None)).Violations;
        if (violations.Count == 0)
        {
            Flash.Say(T[_view.IsHolder ? "change.sent" : "change.recorded"]);
            Navigation.NavigateTo($"/designs/{Id}");
            return;
        }
        _file = [.. violations.Where(v => v.Field == "file").Select(Words.Violation)];
        form.Show(violations.AtFields(), Words);
    }

    private RightFacts Facts() => new()
    {
        Kind = _kind!.Value,
        EffectiveOn = Input.EffectiveOn,
        DocumentNumber = Input.DocumentNumber ?? "",
        DocumentOn = Input.DocumentOn,
        NewOwner = Input.NewOwner ?? "",
        NewOwnerCode = Input.NewOwnerCode ?? "",
        Party = Input.Party ?? "",
        Licence = Input.Licence,
        EndsOn = Input.EndsOn,
        RefersTo = Input.RefersTo,
        Corrects = Input.Corrects,
        PledgeeConsents = Input.PledgeeConsents,
        Publicity = Input.Publicity,
        Note = Input.Note ?? "",
    };

    private Choice Choice(RightEntry entry) =>
        new(entry.Id.ToString(), $"{Words.Of("rightentry", entry.Kind)} {DateText.Day(entry.EffectiveOn)} {entry.Facts.Party}{entry.Facts.NewOwner}".TrimEnd());

    private sealed class Answers
    {
        public Guid Id { get; set; }
        public string? NewOwner { get; set; }
        public string? NewOwnerCode { get; set; }
        public string? Party { get; set; }
        public LicenceKind? Licence { get; set; }
        public Guid? RefersTo { get; set; }
        public Guid? Corrects { get; set; }
        public DateOnly? EffectiveOn { get; set; }
        public DateOnly? EndsOn { get; set; }
        public string? DocumentNumber { get; set; }
        public DateOnly? DocumentOn { get; set; }
        public bool PledgeeConsents { get; set; }
        public EntryPublicity Publicity { get; set; }
        public string? Note { get; set; }
        public IFormFile? File { get; set; }
    }
}
