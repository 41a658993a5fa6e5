using IpCenter.Casework.Firms;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>
/// Frees a unified social credit code that somebody else named, so that the firm itself can ask to be recorded; and takes a freeing back
/// that was a mistake.
/// </summary>
public sealed partial class CodePage(FreeCreditCode codes, ReturnCreditCode returns, SavingBoundary saving, CurrentPerson me, Flash flash, Words words, NavigationManager navigation)
{
    private ClaimedCode? _claimed;
    private IReadOnlyList<FreedCode> _freed = [];
    private IReadOnlyList<CodeAct> _recent = [];

    [SupplyParameterFromQuery] private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "free")] private Answers Input { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "return")] private Correction Back { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        Back ??= new();
        var viewer = await me.ViewerAsync();
        _claimed = await codes.FindAsync(Code, viewer, CancellationToken.None);
        _freed = await returns.FindAsync(Code, viewer, CancellationToken.None);
        _recent = string.IsNullOrWhiteSpace(Code) ? await returns.RecentAsync(viewer, CancellationToken.None) : [];
    }

    private async Task FreeAsync(EditContext form)
    {
        var viewer = await me.ViewerAsync();
        // A form sent again must not free the code of whoever named it since.
        if (_claimed?.Firm.Id != Input.FirmId)
        {
            form.Show([new("code.not-claimed")], words);
            return;
        }
        var result = await saving.SaveAsync(ct => codes.ExecuteAsync(Code, Input.Reason, viewer, me.Actor(), ct), CancellationToken.None);
        if (!result.Succeeded)
        {
            form.Show(result.Violations.Select(v => v with { Field = v.Field == "reason" ? nameof(Answers.Reason) : null }), words);
            return;
        }
        flash.Say(T["codes.freed", _claimed!.Firm.CreditCode]);
        navigation.NavigateTo("/supervise/codes");
    }

    private async Task ReturnAsync(EditContext form)
    {
        var viewer = await me.ViewerAsync();
        var firm = Guid.TryParse(Back.Firm, out var id) ? id : (Guid?)null;
        var result = await saving.SaveAsync(ct => returns.ExecuteAsync(Code, firm, Back.Reason, viewer, me.Actor(), ct), CancellationToken.None);
        if (!result.Succeeded)
        {
            form.Show(result.Violations.Select(v => v with { Field = v.Field switch { "reason" => nameof(Correction.Reason), "firmId" => nameof(Correction.Firm), _ => null } }), words);
            return;
        }
        flash.Say(T["codes.returned", Code!.Trim().ToUpperInvariant(), result.Value.Name]);
        navigation.NavigateTo("/supervise/codes");
    }

    private sealed class Correction
    {
        public string? Firm { get; set; }

        public string? Reason { get; set; }
    }

    private sealed class Answers
    {
        public Guid FirmId { get; set; }

        public string? Reason { get; set; }
    }
}
