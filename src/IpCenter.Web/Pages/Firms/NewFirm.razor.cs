using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using IpCenter.Casework;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Identifiers;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Firms;

/// <summary>A firm asks to be recorded: its credit code first, which is checked at once, then the rest.</summary>
public sealed partial class NewFirm
{
    private UnifiedSocialCreditCode? _code;
    private IReadOnlyList<Bilingual> _warnings = [];
    private Firm? _freed;
    private IReadOnlyList<string> _licenceErrors = [];

    [Inject] private ReferenceLibrary Reference { get; set; } = null!;

    [Inject] private RequestRecordal Recordals { get; set; } = null!;

    [Inject] private LicenceFiles Files { get; set; } = null!;

    [Inject] private FirmQuery Firms { get; set; } = null!;

    [Inject] private SavingBoundary Boundary { get; set; } = null!;

    [Inject] private CurrentPerson Me { get; set; } = null!;

    [Inject] private Words Words { get; set; } = null!;

    [Inject] private Flash Flash { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "code")] private CodeAnswer Asked { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "recordal")] private Answers Input { get; set; } = null!;

    private IReadOnlyList<Choice> Places =>
        [.. Reference.Center.Region.Select(p => new Choice(p, T["firm.place.here"])), new("other", T["firm.place.other"])];

    protected override async Task OnInitializedAsync()
    {
        Asked ??= new();
        var isPosted = Input is not null;
        Input ??= new() { Id = Guid.CreateVersion7(Me.Now) };
        if (Code is null)
            return;
        var reading = UnifiedSocialCreditCode.Read(Code);
        _code = reading.Value;
        _warnings = [.. reading.Problems.Select(p => p.Reason)];
        if (_code is null)
            return;
        if (await Firms.FindByCodeAsync(_code.Code, Http.RequestAborted) is null)
            _freed = await Recordals.FindFreedAsync(await Me.ViewerAsync(), Http.RequestAborted);
        if (isPosted)
            return;
        Input.Kind = (_code.IsIndividualBusiness ? FirmKind.IndividualBusiness : FirmKind.Company).ToString();
        await PrefillAsync(_code.Code);
    }

    /// <summary>What the centre has is not asked again, for example after a refusal.</summary>
    private async Task PrefillAsync(string code)
    {
        if (await Firms.FindByCodeAsync(code, Http.RequestAborted) is not { } id || !(await Me.ViewerAsync()).Governs(id))
            return;
        var firm = await Firms.ReadAsync(id, Http.RequestAborted);
        (Input.Name, Input.Kind, Input.Place, Input.Town) = (firm.Name, firm.Kind.ToString(), firm.PlaceCode, firm.Town);
        (Input.Address, Input.Postcode, Input.ContactName, Input.ContactPhone) = (firm.Address, firm.Postcode, firm.ContactName, firm.ContactPhone);
    }

    private async Task AskAsync(EditContext form)
    {
        var reading = UnifiedSocialCreditCode.Read(Asked.CreditCode);
        List<RuleViolation> violations =
        [
            .. reading.Problems.Where(p => p.Severity == IdentifierSeverity.Block)
                .Select(p => new RuleViolation("identifier.refused", nameof(CodeAnswer.CreditCode), p.Reason.Zh, p.Reason.En)),
        ];
        if (reading.Value is { } code && await Firms.FindByCodeAsync(code.Code, Http.RequestAborted) is { } known && (await Me.ViewerAsync()) is var viewer && !viewer.Governs(known))
            violations.Add(new(viewer.Powers.ContainsKey(known) ? "firm.owner-only" : "recordal.other-people", nameof(CodeAnswer.CreditCode)));
        if (violations.Count > 0)
            form.Show(violations, Words);
        else
            Navigation.NavigateTo($"/firms/new?code={reading.Normalised}");
    }

    private async Task SaveAsync(EditContext form)
    {
        var licence = await Files.ReadAsync(Input.Licence, nameof(Answers.Licence));
        if (licence is { Succeeded: false })
        {
            _licenceErrors = [.. licence.Violations.Select(Words.Violation)];
            form.Show(licence.Violations, Words);
            return;
        }
        var viewer = await Me.ViewerAsync();
        var saved = await Boundary.SaveAsync(ct => Recordals.ExecuteAsync(Read() with { Licence = licence?.Value }, viewer, Me.Actor(), ct), CancellationToken.None);
        if (!saved.Succeeded)
        {
            form.Show(saved.Violations.AtFields(), Words);
            return;
        }
        Flash.Say(T["firm.saved"]);
        Navigation.NavigateTo($"/firms/{saved.Value.FirmId}");
    }

    private RecordalInput Read() => new()
    {
        Id = Input.Id,
        Name = Input.Name ?? "",
        CreditCode = _code?.Code ?? "",
        Kind = Choose.Of<FirmKind>(Input.Kind) ?? FirmKind.Other,
        Address = Input.Address ?? "",
        Postcode = Input.Postcode ?? "",
        PlaceCode = Reference.Center.Region.Contains(Input.Place ?? "") ? Input.Place! : _code?.Adcode ?? "",
        Town = string.IsNullOrWhiteSpace(Input.Town) ? null : Input.Town,
        ContactName = Input.ContactName ?? "",
        ContactPhone = Input.ContactPhone ?? "",
        Business = Input.Business ?? "",
        Classes = [.. Input.Classes.Where(Reference.Center.AcceptedClasses.Include).Distinct()],
        Promised = Input.Promised,
        IsTheFreedFirm = Input.IsTheFreedFirm switch { "yes" => true, "no" => false, _ => null },
    };

    private sealed class CodeAnswer
    {
        public string? CreditCode { get; set; }
    }

    private sealed class Answers
    {
        public Guid Id { get; set; }
        [Required(ErrorMessage = "required")] public string? Name { get; set; }
        public string? IsTheFreedFirm { get; set; }
        public string? Kind { get; set; }
        public string? Place { get; set; }
        public string? Town { get; set; }
        [Required(ErrorMessage = "required")] public string? Address { get; set; }
        [Required(ErrorMessage = "required")] public string? Postcode { get; set; }
        [Required(ErrorMessage = "required")] public string? ContactName { get; set; }
        [Required(ErrorMessage = "required")] public string? ContactPhone { get; set; }
        [Required(ErrorMessage = "required")] public string? Business { get; set; }
        // No box ticked is bound as null.
        [AllowNull]
        public List<string> Classes { get; set => field = value ?? []; } = [];
        public bool Promised { get; set; }
        public IFormFile? Licence { get; set; }
    }
}
