using IpCenter.Casework.Cases;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Dates;

/// <summary>Where whoever holds a case lets its clock stand still, and run again.</summary>
public sealed partial class PausePage(
    CaseHeadQuery heads, CaseAccess access, PauseRights rights, PauseRules rules, PauseClock pausing, ResumeClock resuming,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation)
{
    private CaseHead? _head;
    private bool _may;
    private IReadOnlyList<RuleViolation> _obstacles = [];
    private IReadOnlyList<PauseReason> _reasons = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "pause")] private Answers Input { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "resume")] private GoOn Going { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new() { Id = Guid.CreateVersion7(me.Now) };
        Going ??= new();
        var ct = Http.RequestAborted;
        var viewer = await me.ViewerAsync(ct);
        var head = await heads.FindAsync(Id, viewer, me.Now, ct);
        if (head is not { Kind: CaseKind.DesignApplication, IsDraft: false } || await access.FindAsync(Id, viewer, ct) is not { } file)
        {
            navigation.NotFound();
            return;
        }
        _head = head;
        _may = await rights.MayAsync(file, viewer, me.Now, ct);
        _obstacles = await rules.ObstaclesAsync(file, me.Now, ct);
        _reasons = await rules.OpenReasonsAsync(file, me.Now, ct);
    }

    private Choice Choice(PauseReason reason) => new(reason.Key, reason.Name.Here())
    {
        Hint = string.Join(T["list-separator"], new[]
        {
            T["reason.longest", reason.LongestWorkingDays].Value,
            T[reason.NeedsConsent ? "reason.consent" : "reason.no-consent"].Value,
            reason.Confirmed ? null : T["reason.proposed"].Value,
            reason.Note?.Here(),
        }.Where(part => part is not null)),
    };

    private async Task PauseAsync(EditContext form)
    {
        var request = new PauseRequest(Input.Id, Id, Input.ReasonKey ?? "", Input.Words ?? "", Input.ExpectedEnd, Input.Consent);
        var viewer = await me.ViewerAsync();
        var done = await boundary.SaveAsync(ct => pausing.ExecuteAsync(request, viewer, me.Actor(), ct), CancellationToken.None, mayRepeat: true);
        if (!done.Succeeded)
        {
            form.Show(done.Violations.AtFields(), Words);
            return;
        }
        flash.Say(T["pause.done", DateText.Day(done.Value.ExpectedEnd)]);
        navigation.NavigateTo($"/cases/{Id}/dates");
    }

    private async Task ResumeAsync(EditContext form)
    {
        var viewer = await me.ViewerAsync();
        var done = await boundary.SaveAsync(
            ct => resuming.ExecuteAsync(Id, Going.PauseId, Going.Words ?? "", viewer, me.Actor(), ct), CancellationToken.None, mayRepeat: true);
        if (!done.Succeeded)
        {
            form.Show(done.Violations.AtFields(), Words);
            return;
        }
        flash.Say(T["resume.done"]);
        navigation.NavigateTo($"/cases/{Id}/dates");
    }

    private sealed class Answers
    {
        public Guid Id { get; set; }

        public string? ReasonKey { get; set; }

        public string? Words { get; set; }

        public string? Consent { get; set; }

        public DateOnly? ExpectedEnd { get; set; }
    }

    private sealed class GoOn
    {
        public Guid PauseId { get; set; }

        public string? Words { get; set; }
    }
}
