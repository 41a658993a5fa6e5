using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Firms;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Recordals;

/// <summary>One recordal: what speaks for and against it, and the decision with its reason.</summary>
public sealed partial class RecordalDecision(
    RecordalsQuery recordals, DecideRecordal decide, SavingBoundary saving, CurrentPerson me, Flash flash, Words words,
    IStringLocalizer<Resources.Examine> texts, NavigationManager navigation, ReferenceLibrary reference)
{
    private RecordalCase? _case;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "recordal")] private Answers Input { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private ReferenceLibrary Reference => reference;

    private bool ShowForm => Choices.Count > 0 || HttpMethods.IsPost(Http.Request.Method);

    /// <summary>A pending one is approved or refused, one in force can be suspended.</summary>
    private IReadOnlyList<Choice> Choices => _case!.Recordal.Status switch
    {
        RecordalStatus.Submitted => [Choice(RecordalStatus.Approved), Choice(RecordalStatus.Refused)],
        RecordalStatus.Approved => [Choice(RecordalStatus.Suspended)],
        _ => [],
    };

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _case = await recordals.FindAsync(Id, CancellationToken.None);
        if (_case is null)
            navigation.NotFound();
    }

    private async Task DecideAsync(EditContext form)
    {
        if (Input.Outcome is not { } status || !Enum.IsDefined(status))
            return;
        var viewer = await me.ViewerAsync();
        var result = await saving.SaveAsync(ct => decide.ExecuteAsync(Id, status, Input.Reason?.Trim(), viewer, me.Actor(), ct), CancellationToken.None);
        if (result.Succeeded)
        {
            flash.Say(texts["recordal.saved", _case!.Firm.Name, texts[$"recordal.status.{status}"].Value]);
            navigation.NavigateTo("/recordals");
            return;
        }
        _case = await recordals.FindAsync(Id, CancellationToken.None);
        form.Show(result.Violations.Select(v => v with { Field = v.Field == "reason" ? nameof(Answers.Reason) : null }), words);
    }

    private Choice Choice(RecordalStatus status) =>
        new(status.ToString(), texts[$"recordal.choose.{status}"], texts[$"recordal.choose.{status}.hint"]);

    private sealed class Answers
    {
        [Required(ErrorMessage = "required")]
        public RecordalStatus? Outcome { get; set; }

        [StringLength(1000, ErrorMessage = "too-long:{1}")]
        public string? Reason { get; set; }
    }
}
