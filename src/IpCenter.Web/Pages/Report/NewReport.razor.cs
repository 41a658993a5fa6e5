using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Tasks;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Report;

/// <summary>The report of a copy, from a phone in a livestream. Screenshots are kept as they come, also when the rest fails.</summary>
public sealed partial class NewReport(
    NewReportQuery query, SubmitReport submit, StageEvidence stage, SavingBoundary boundary, CurrentPerson me, Words words, NavigationManager navigation)
    : ComponentBase
{
    private IReadOnlyList<OwnFirm> _firms = [];
    private IReadOnlyList<OwnDesign> _designs = [];
    private IReadOnlyList<StagedShot> _shots = [];
    private OwnFirm? _firm;
    private Viewer _viewer = Viewer.Anonymous;

    [SupplyParameterFromForm(FormName = "report")] private ReportAnswers Input { get; set; } = null!;

    [SupplyParameterFromQuery] private Guid? Firm { get; set; }

    /// <summary>A report that was begun before.</summary>
    [SupplyParameterFromQuery] private Guid? Draft { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private string UploadAddress => $"/report/{_firm!.Id}/{Input.Id}/screenshots";

    protected override async Task OnInitializedAsync()
    {
        _viewer = await me.ViewerAsync();
        _firms = await query.FirmsAsync(_viewer, CancellationToken.None);
        var draftFirm = Draft is { } draft ? await query.DraftFirmAsync(draft, _viewer, CancellationToken.None) : null;
        Input ??= new() { Id = draftFirm is null ? Guid.CreateVersion7(me.Now) : Draft!.Value, SeenAt = ReportAnswers.Minute(me.Now) };
        _firm = (Input.Firm ?? draftFirm ?? Firm) is { } wanted ? _firms.FirstOrDefault(f => f.Id == wanted) : _firms.Count == 1 ? _firms[0] : null;
        if (_firm is null)
        {
            // The firm took its consent back while the form was open.
            if (HttpMethods.IsPost(Http.Request.Method))
                navigation.NotFound();
            return;
        }
        _designs = await query.DesignsAsync(_firm.Id, IpCenter.Casework.Clocks.ChinaTime.DateOf(me.Now), CancellationToken.None);
        await LoadShotsAsync();
    }

    private async Task SendAsync(EditContext form)
    {
        if (_firm is null)
            return;
        Input.Fill(Reference.Platforms);
        if (Input.Remove is { } evidence)
        {
            await boundary.SaveAsync(ct => stage.RemoveAsync(Input.Id, evidence, _viewer, ct), CancellationToken.None);
            await LoadShotsAsync();
            return;
        }
        var refused = await StageAsync();
        await LoadShotsAsync();
        var valid = form.Validate();
        form.Show(refused, words);
        if (Input.OnlyRead || !valid || refused.Count > 0)
            return;
        var sent = await boundary.SaveAsync(ct => submit.ExecuteAsync(Report(), _viewer, me.Actor(onBehalfOfFirm: _firm.Id), ct), CancellationToken.None);
        if (sent.Succeeded)
            navigation.NavigateTo($"/reports/{sent.Value.Id}/receipt");
        else
            form.Show(sent.Violations.Select(FormNames.Of), words);
    }

    /// <summary>Each file is saved by itself: a bad one is named and the good ones stay.</summary>
    private async Task<List<RuleViolation>> StageAsync()
    {
        List<RuleViolation> refused = [];
        foreach (var file in Input.Files ?? [])
        {
            var bytes = await UploadedFile.ReadAsync(file, CancellationToken.None);
            var staged = await boundary.SaveAsync(
                ct => stage.ExecuteAsync(Input.Id, _firm!.Id, new ReportFile(file.FileName, bytes), Input.Device, _viewer, me.Actor(onBehalfOfFirm: _firm.Id), ct),
                CancellationToken.None);
            refused.AddRange(staged.Violations.Select(FormNames.Of));
        }
        return refused;
    }

    private ReportInput Report() => new()
    {
        Id = Input.Id,
        FirmId = _firm!.Id,
        Platform = Input.Platform ?? "",
        LinkOrRoom = Input.LinkOrRoom ?? "",
        Account = Input.Account ?? "",
        SeenAt = Input.Seen,
        Description = Input.Description ?? "",
        OwnDesignId = Input.Design,
        DeclaredTrue = Input.DeclaredTrue,
        DeviceTime = Input.Device,
        Files = [],
    };

    private async Task LoadShotsAsync() => _shots = await query.StagedAsync(Input.Id, _firm!.Id, CancellationToken.None);
}
