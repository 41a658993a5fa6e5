using IpCenter.Casework.Clocks;
using IpCenter.Casework.People;
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
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Firms;

/// <summary>An owner answers a helper who asks, and takes back at any time what was given.</summary>
public sealed partial class MandatePage(
    FirmQuery firms, FirmPeopleQuery people, GrantMandate mandates, ReferenceLibrary reference, SavingBoundary boundary, CurrentPerson me, Flash flash,
    Words words, IStringLocalizer<Resources.Firms> texts, NavigationManager navigation)
{
    private FirmView? _view;
    private FirmPerson? _person;
    private IReadOnlyList<RuleViolation> _violations = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    [Parameter] public Guid MandateId { get; set; }

    [SupplyParameterFromForm(FormName = "consent")] private Answers Input { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "revoke")] private EndingAnswers Ending { get; set; } = null!;

    private FirmPower AskedPower => _person!.Mandate.AskedPower ?? FirmPower.Act;

    private DateOnly AskedUntil => _person!.Mandate.AskedUntil ?? ChinaTime.DateOf(me.Now).AddDays(reference.Recordals.Mandates.LongestDays);

    protected override async Task OnInitializedAsync()
    {
        Ending ??= new();
        _view = await firms.FindOwnAsync(Id, await me.ViewerAsync(), me.Now, Http.RequestAborted);
        _person = await people.FindAsync(Id, MandateId, Http.RequestAborted);
        if (_view is not { Governs: true } || _person is null or { Mandate.Kind: MandateKind.Member })
        {
            _view = null;
            navigation.NotFound();
            return;
        }
        Input ??= new() { Power = AskedPower, Until = AskedUntil };
    }

    private async Task ConsentAsync(EditContext form)
    {
        var viewer = await me.ViewerAsync();
        var given = await boundary.SaveAsync(ct => mandates.ConsentAsync(MandateId, Input.Power, Input.Until, viewer, me.Actor(), ct), CancellationToken.None);
        if (!given.Succeeded)
        {
            form.Show(given.Violations.AtFields(), words);
            return;
        }
        flash.Say(texts["consent.done", _person!.Name, words.Of("power", given.Value.Power)]);
        navigation.NavigateTo($"/firms/{Id}/mandates");
    }

    private async Task RevokeAsync()
    {
        var viewer = await me.ViewerAsync();
        var ended = await boundary.SaveAsync(ct => mandates.RevokeAsync(MandateId, Ending.Reason, viewer, me.Actor(), ct), CancellationToken.None);
        _violations = ended.Violations;
        if (!ended.Succeeded)
            return;
        flash.Say(texts[ended.Value.ConsentedAt is null ? "refuse.done" : "revoke.done", _person!.Name]);
        navigation.NavigateTo($"/firms/{Id}/mandates");
    }

    private sealed class Answers
    {
        public FirmPower? Power { get; set; }

        public DateOnly? Until { get; set; }
    }

    private sealed class EndingAnswers
    {
        public string? Reason { get; set; }
    }
}
