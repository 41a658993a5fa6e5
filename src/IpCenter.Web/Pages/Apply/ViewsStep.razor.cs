using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Apply;

/// <summary>The pictures, one place after the other. Each upload is a form of its own, so that a lost connection costs one picture.</summary>
public sealed partial class ViewsStep
{
    private IReadOnlyList<DraftView> _views = [];

    [Inject] private DraftViewsQuery Views { get; set; } = null!;

    [Inject] private AddView Add { get; set; } = null!;

    [Inject] private RemoveView Remove { get; set; } = null!;

    [Inject] private SaveDraft SaveForm { get; set; } = null!;

    [Inject] private CaseworkDbContext Db { get; set; } = null!;

    [SupplyParameterFromForm] private ViewPost Input { get; set; } = null!;

    protected override string Step => Steps.Views;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Draft is not null)
            _views = await Views.ReadAsync(Id, Draft.Form.Kind, Http.RequestAborted);
    }

    protected override void Fill(Draft draft) => Input ??= new();

    private async Task ActAsync()
    {
        var viewer = await Me.ViewerAsync();
        Violations = Input.Action switch
        {
            ViewPost.Upload => await UploadAsync(viewer),
            ViewPost.Remove when Input.ViewId is { } view => await DoAsync(ct => Remove.ExecuteAsync(Id, view, viewer, Actor, ct)),
            ViewPost.Move when Input.ViewId is { } view => await DoAsync(ct => Remove.MoveAsync(Id, view, Input.Target ?? "", viewer, Actor, ct)),
            ViewPost.Omit => await OmitAsync(viewer),
            _ => [],
        };
        if (Violations.Count == 0)
            Navigation.NavigateTo($"{Steps.AddressOf(Id, Step)}#view-{Input.Design}-{Position}");
    }

    private Casework.Audit.Actor Actor => Me.Actor(onBehalfOfFirm: Draft!.FirmId);

    /// <summary>The place; for a further view the next free one of its kind.</summary>
    private string Position => Input.FurtherKind is { } kind && Enum.TryParse<ViewKind>(kind, out var further) && Enum.IsDefined(further)
        ? ViewPlaces.NextOf(further, _views, Input.Design)
        : Input.Position ?? "";

    private async Task<IReadOnlyList<RuleViolation>> UploadAsync(Viewer viewer)
    {
        if ((Input.Photo is { Length: > 0 } photo ? photo : Input.File) is not { Length: > 0 } file)
            return [new RuleViolation("image.Empty", Input.Position)];
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, Http.RequestAborted);
        var (position, bytes) = (Position, memory.ToArray());
        return await DoAsync(async ct =>
        {
            var added = await Add.ExecuteAsync(Id, Input.Design, position, file.FileName, bytes, viewer, Actor, ct);
            if (added.Succeeded)
                await SaveForm.ExecuteAsync(Id, form => Omitting(form, position, null), Step, viewer, Actor, ct);
            return added;
        });
    }

    private Task<IReadOnlyList<RuleViolation>> OmitAsync(Viewer viewer)
    {
        OmittedView? omission = null;
        if (Enum.TryParse<ViewKind>(Input.Position, out var face) && Enum.TryParse<OmissionReason>(Input.Reason, out var reason) && reason != OmissionReason.Unanswered)
            omission = new(face, reason, Enum.TryParse<ViewKind>(Input.Counterpart, out var other) ? other : null, Draft!.Form.DesignCount > 1 ? Input.Design : null);
        return DoAsync(ct => SaveForm.ExecuteAsync(Id, form => Omitting(form, Input.Position ?? "", omission), Step, viewer, Actor, ct));
    }

    /// <summary>The form with another statement, or none, about a face; a picture in its place takes the statement back.</summary>
    private ApplicationForm Omitting(ApplicationForm form, string position, OmittedView? omission)
    {
        if (!Enum.TryParse<ViewKind>(position, out var face))
            return form;
        var others = form.Brief.OmittedViews.Where(o => o.View != face || (o.Design is { } design && design != Input.Design));
        return form with { Brief = form.Brief with { OmittedViews = omission is null ? [.. others] : [.. others, omission] } };
    }

    private async Task<IReadOnlyList<RuleViolation>> DoAsync<T>(Func<CancellationToken, Task<Result<T>>> act)
    {
        var done = await Boundary.SaveAsync(act, CancellationToken.None, mayRepeat: true);
        // What a refused picture left behind in the context must not be saved with anything else.
        if (!done.Succeeded)
            Db.ChangeTracker.Clear();
        return done.Violations;
    }

    private bool IsWrong => Violations.Count > 0;

    private IReadOnlyList<RuleViolation> WrongAt(ViewPlace place) =>
        IsWrong && Input.FurtherKind is null && Input.Design == place.Design && Input.Position == place.Position ? Violations : [];

    private IReadOnlyList<RuleViolation> WrongAtFurther(int design) => IsWrong && Input.FurtherKind is not null && Input.Design == design ? Violations : [];

    /// <summary>What the form of one place sends.</summary>
    private sealed class ViewPost
    {
        public const string Upload = "upload";
        public const string Remove = "remove";
        public const string Move = "move";
        public const string Omit = "omit";

        public string? Action { get; set; }
        public int Design { get; set; } = 1;
        public string? Position { get; set; }
        public string? FurtherKind { get; set; }
        public Guid? ViewId { get; set; }
        public string? Target { get; set; }
        public string? Reason { get; set; }
        public string? Counterpart { get; set; }
        public IFormFile? File { get; set; }
        public IFormFile? Photo { get; set; }
    }
}
