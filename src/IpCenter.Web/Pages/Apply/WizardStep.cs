using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Results;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Apply;

/// <summary>
/// A step of the application: it shows what is saved, saves what is sent, and goes on. Nothing is refused on the way
/// but what cannot be read; what the check says stands beside the fields, and the last step says what still blocks.
/// </summary>
public abstract class WizardStep : ComponentBase
{
    [Inject] protected IStringLocalizer<Resources.Apply> T { get; private set; } = null!;

    [Inject] protected CurrentPerson Me { get; private set; } = null!;

    [Inject] protected SavingBoundary Boundary { get; private set; } = null!;

    [Inject] protected NavigationManager Navigation { get; private set; } = null!;

    [Inject] private DraftQuery Drafts { get; set; } = null!;

    [Inject] protected CaseAccess Cases { get; private set; } = null!;

    [Inject] private SaveDraft Saving { get; set; } = null!;

    [CascadingParameter] protected HttpContext Http { get; private set; } = null!;

    [Parameter] public Guid Id { get; set; }

    /// <summary>The step is shown again with what is still wrong; who sends the same answers once more goes on.</summary>
    [SupplyParameterFromQuery] private bool Check { get; set; }

    /// <summary>What this window knows of the step; sent back with every answer.</summary>
    [SupplyParameterFromForm] protected OpenedStep Opened { get; set; } = null!;

    /// <summary>The draft; <c>null</c> when the page is not there for the viewer.</summary>
    protected Draft? Draft { get; private set; }

    protected IReadOnlyList<RuleViolation> Violations { get; set; } = [];

    protected abstract string Step { get; }

    protected override async Task OnInitializedAsync()
    {
        Draft = await Drafts.FindAsync(Id, await Me.ViewerAsync(Http.RequestAborted), Me.Now, Http.RequestAborted);
        if (Draft is null)
        {
            // Who presses "submit" twice has submitted: the case is there, the draft no longer, and the receipt is what is waited for.
            if (await Cases.FindAsync(Id, await Me.ViewerAsync(Http.RequestAborted), Http.RequestAborted) is { SubmittedAt: not null, Kind: CaseKind.DesignApplication })
            {
                Navigation.NavigateTo(HttpMethods.IsPost(Http.Request.Method) ? $"/cases/{Id}/receipt" : $"/cases/{Id}");
                return;
            }
            Navigation.NotFound();
            return;
        }
        Opened ??= new() { Window = Guid.CreateVersion7(Me.Now), Number = Draft.Saves.GetValueOrDefault(Step) };
        Fill(Draft);
    }

    /// <summary>Puts what is saved into the form, unless the request brings answers of its own.</summary>
    protected abstract void Fill(Draft draft);

    /// <summary>Saves the answers of this step and goes on: first to the same step if something in it is wrong, else to the next.</summary>
    protected async Task SaveAsync(Func<ApplicationForm, ApplicationForm> change)
    {
        var viewer = await Me.ViewerAsync();
        var (before, asked) = (Wrong(Draft!), Draft!.Form);
        var saved = await Boundary.SaveAsync(ct => Saving.ExecuteAsync(Id, change, Step, viewer, Me.Actor(onBehalfOfFirm: Draft!.FirmId), ct, Opened.Basis), CancellationToken.None, mayRepeat: true);
        if (!saved.Succeeded)
        {
            Violations = saved.Violations;
            return;
        }
        Draft = await Drafts.FindAsync(Id, viewer, Me.Now, Http.RequestAborted);
        if (FurtherQuestions(asked, Draft!.Form) is { } further)
        {
            Navigation.NavigateTo(Steps.AddressOf(Id, Step) + further);
            return;
        }
        var wrong = Wrong(Draft);
        var stays = wrong.Length > 0 && !(Check && wrong == before);
        Navigation.NavigateTo(Steps.AddressOf(Id, stays ? Step : Steps.After(Step)) + (stays ? "?check=true" : ""));
    }

    private string Wrong(Draft draft) =>
        string.Join('\n', draft.Remarks.Where(r => Steps.IsWrong(r, Step) && IsOwn(r)).Select(r => r.RuleId + r.Message.Zh));

    /// <summary>Where on the page questions stand that the answers have opened; <c>null</c> when there are none.</summary>
    protected virtual string? FurtherQuestions(ApplicationForm before, ApplicationForm after) => null;

    /// <summary>Whether a remark of this step concerns a question that the step asked.</summary>
    protected virtual bool IsOwn(Remark remark) => true;
}
