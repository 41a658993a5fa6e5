using IpCenter.Casework.Audit;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Account;

/// <summary>The link of an invitation: whoever holds it signs in or opens an account there and then, and joins the firm.</summary>
public sealed partial class Join(
    AcceptInvitation invitations, OpenAccount accounts, UserManager<Person> people, CentreSignInManager signIns, SavingBoundary boundary,
    CurrentPerson me, Flash flash, Words words, IStringLocalizer<Resources.Firms> texts, NavigationManager navigation)
{
    private OpenInvitation? _open;
    private IReadOnlyList<RuleViolation> _violations = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "account")] private AccountAnswers Account { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Account ??= new() { Id = Guid.CreateVersion7(me.Now) };
        // The address is the secret: it is told to nobody whom a link on this page leads to.
        Http.Response.Headers["Referrer-Policy"] = "no-referrer";
        _open = await invitations.FindAsync(Token, me.Now, Http.RequestAborted);
        if (_open is not null)
            return;
        if (me.Id is { } person && await invitations.FirmJoinedAsync(Token, person, Http.RequestAborted) is { } firm)
            navigation.NavigateTo($"/firms/{firm}");
        else if (HttpMethods.IsPost(Http.Request.Method))
            navigation.NavigateTo($"/join/{Token}");
        else
            // Gone, not unknown: what is not found is told on a page that says nothing of links.
            Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task AcceptAsync()
    {
        if (await people.GetUserAsync(Http.User) is not { } person)
            return;
        var viewer = await me.ViewerAsync();
        var joined = await boundary.SaveAsync(ct => invitations.ExecuteAsync(Token, person, viewer.IsOutsider, me.Actor(), ct), CancellationToken.None);
        _violations = joined.Violations;
        if (joined.Succeeded)
            Follow();
    }

    private async Task OpenAsync(EditContext form)
    {
        Person? person = null;
        var joined = await boundary.SaveAsync<Mandate>(async ct =>
        {
            var opened = await accounts.ExecuteAsync(Account.Input, me.Now, ct);
            if (!opened.Succeeded)
                return (List<RuleViolation>)[.. opened.Violations];
            person = opened.Value;
            return await invitations.ExecuteAsync(Token, person, isOutsider: true, new Actor(person.Id, person.DisplayName, me.Now), ct);
        }, CancellationToken.None);
        if (!joined.Succeeded)
        {
            form.Show(joined.Violations, words);
            return;
        }
        await signIns.SignInAsync(person!, isPersistent: false);
        Follow();
    }

    private void Follow()
    {
        flash.Say(texts["join.done", _open!.FirmName, words.Of("power", _open.Power)]);
        navigation.NavigateTo($"/firms/{_open.FirmId}");
    }
}
