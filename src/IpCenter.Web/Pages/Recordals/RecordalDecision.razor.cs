using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Firms;
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

namespace IpCenter.Web.Pages.Recordals;

/// <summary>One recordal: how it stands to each criterion, and what an officer does about it, with its reason.</summary>
public sealed partial class RecordalDecision(
    RecordalsQuery recordals, DecideRecordal decide, SuspendRecordal suspend, SavingBoundary saving, CurrentPerson me, Flash flash, Words words,
    IStringLocalizer<Resources.Examine> texts, NavigationManager navigation)
{
    private RecordalCase? _case;

    /// <summary>What an officer may do with a recordal.</summary>
    internal enum Doing
    {
        Approved,
        Refused,
        Suspended,
        Lifted,
    }

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "recordal")] private Answers Input { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private bool ShowForm => Choices.Count > 0 || HttpMethods.IsPost(Http.Request.Method);

    /// <summary>A pending one is approved or refused, one in force can be suspended, one that is suspended lifted.</summary>
    private IReadOnlyList<Choice> Choices => _case!.Recordal switch
    {
        { Status: RecordalStatus.Submitted } => [Choice(Doing.Approved), Choice(Doing.Refused)],
        { Status: RecordalStatus.Approved } given when given.IsInForce(ChinaTime.DateOf(me.Now)) => [Choice(Doing.Suspended)],
        { Status: RecordalStatus.Suspended } => [Choice(Doing.Lifted)],
        _ => [],
    };

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _case = await recordals.FindAsync(Id, me.Now, CancellationToken.None);
        if (_case is null)
            navigation.NotFound();
    }

    private async Task DecideAsync(EditContext form)
    {
        if (Input.Outcome is not { } doing || !Enum.IsDefined(doing))
            return;
        var violations = await DoAsync(doing);
        if (violations.Count == 0)
        {
            flash.Say(texts["recordal.saved", _case!.Firm.Name, texts[$"recordal.status.{doing}"].Value]);
            navigation.NavigateTo("/recordals");
            return;
        }
        _case = await recordals.FindAsync(Id, me.Now, CancellationToken.None);
        form.Show(violations.AtFields(), words);
    }

    private async Task<IReadOnlyList<RuleViolation>> DoAsync(Doing doing)
    {
        var viewer = await me.ViewerAsync();
        var reason = Input.Reason?.Trim();
        return doing switch
        {
            Doing.Suspended => (await saving.SaveAsync(ct => suspend.SuspendAsync(Id, reason, viewer, me.Actor(), ct), CancellationToken.None)).Violations,
            Doing.Lifted => (await saving.SaveAsync(ct => suspend.LiftAsync(Id, reason, viewer, me.Actor(), ct), CancellationToken.None)).Violations,
            _ => (await saving.SaveAsync(ct => decide.ExecuteAsync(Id, Answer(doing, reason), viewer, me.Actor(), ct), CancellationToken.None)).Violations,
        };
    }

    private RecordalAnswer Answer(Doing doing, string? reason) => new(
        doing == Doing.Approved ? RecordalStatus.Approved : RecordalStatus.Refused,
        reason,
        Input.Settled.Where(s => Choose.Of<CriterionVerdict>(s.Value) is not null).ToDictionary(s => s.Key, s => Choose.Of<CriterionVerdict>(s.Value)!.Value),
        Input.Licence);

    private Choice Choice(Doing doing) =>
        new(doing.ToString(), texts[$"recordal.choose.{doing}"], texts[$"recordal.choose.{doing}.hint"]);

    private sealed class Answers
    {
        [Required(ErrorMessage = "required")]
        public Doing? Outcome { get; set; }

        [StringLength(1000, ErrorMessage = "too-long:{1}")]
        public string? Reason { get; set; }

        /// <summary>The licence that the page showed.</summary>
        public Guid? Licence { get; set; }

        // A form without any such question sends none, and none is bound as null.
        [AllowNull]
        public Dictionary<string, string> Settled { get; set => field = value ?? []; } = [];
    }
}
