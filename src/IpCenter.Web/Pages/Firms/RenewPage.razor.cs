using System.Diagnostics.CodeAnalysis;
using IpCenter.Casework.Firms;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Firms;

/// <summary>The renewal: what the centre has is shown and not asked; the promise is given anew.</summary>
public sealed partial class RenewPage(
    FirmQuery firms, RequestRecordal recordals, LicenceFiles files, ReferenceLibrary reference, SavingBoundary boundary, CurrentPerson me, Flash flash,
    Words words, IStringLocalizer<Resources.Firms> texts, NavigationManager navigation)
{
    private FirmView? _view;
    private bool _isWrong;
    private IReadOnlyList<string> _licenceErrors = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm] private Answers Input { get; set; } = null!;

    private ReferenceLibrary Reference => reference;

    protected override async Task OnInitializedAsync()
    {
        _view = await firms.FindOwnAsync(Id, await me.ViewerAsync(), me.Now, Http.RequestAborted);
        if (_view is not { Governs: true, Standing.Current: { ValidUntil: not null } current })
        {
            _view = null;
            navigation.NotFound();
            return;
        }
        Input ??= Answers.Of(_view.Firm, current, Guid.CreateVersion7(me.Now));
    }

    private async Task RenewAsync(EditContext form)
    {
        var licence = await files.ReadAsync(Input.Licence, nameof(Answers.Licence));
        if (licence is { Succeeded: false })
        {
            _licenceErrors = [.. licence.Violations.Select(words.Violation)];
            form.Show(licence.Violations, words);
            return;
        }
        var viewer = await me.ViewerAsync();
        var asked = await boundary.SaveAsync(ct => recordals.ExecuteAsync(Read() with { Licence = licence?.Value }, viewer, me.Actor(), ct), CancellationToken.None);
        if (!asked.Succeeded)
        {
            _isWrong = asked.Violations.Any(v => v.Field is not (null or "promised"));
            form.Show(asked.Violations.AtFields(), words);
            return;
        }
        flash.Say(texts["renewal.sent"]);
        navigation.NavigateTo($"/firms/{Id}");
    }

    private RecordalInput Read() => new()
    {
        Id = Input.Id,
        Name = Input.Name ?? "",
        CreditCode = _view!.Firm.CreditCode,
        Kind = _view.Firm.Kind,
        Address = Input.Address ?? "",
        Postcode = Input.Postcode ?? "",
        PlaceCode = _view.Firm.PlaceCode,
        Town = string.IsNullOrWhiteSpace(Input.Town) ? null : Input.Town,
        ContactName = Input.ContactName ?? "",
        ContactPhone = Input.ContactPhone ?? "",
        Business = Input.Business ?? "",
        Classes = [.. Input.Classes.Where(reference.Center.AcceptedClasses.Include).Distinct()],
        Promised = Input.Promised,
    };

    private sealed class Answers
    {
        public Guid Id { get; set; }
        public string? Name { get; set; }
        public string? Town { get; set; }
        public string? Address { get; set; }
        public string? Postcode { get; set; }
        public string? ContactName { get; set; }
        public string? ContactPhone { get; set; }
        public string? Business { get; set; }
        // No box ticked is bound as null.
        [AllowNull]
        public List<string> Classes { get; set => field = value ?? []; } = [];
        public bool Promised { get; set; }
        public IFormFile? Licence { get; set; }

        public static Answers Of(Firm firm, Recordal current, Guid id) => new()
        {
            Id = id,
            Name = firm.Name,
            Town = firm.Town,
            Address = firm.Address,
            Postcode = firm.Postcode,
            ContactName = firm.ContactName,
            ContactPhone = firm.ContactPhone,
            Business = current.Business,
            Classes = [.. current.Classes],
        };
    }
}
