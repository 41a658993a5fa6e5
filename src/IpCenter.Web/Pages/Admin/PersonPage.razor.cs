using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Admin;

/// <summary>One account: its roles, whether it is open, a new password.</summary>
public sealed partial class PersonPage(
    PeopleQuery query, AdministerPeople people, SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation)
{
    private Account? _account;
    private RuleViolation? _violation;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "roles")] private RoleAnswers Input { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "lock")] private LockAnswers Lock { get; set; } = null!;

    private DateTimeOffset Now => me.Now;

    private bool IsMyself => me.Id == Id;

    protected override async Task OnInitializedAsync()
    {
        Lock ??= new();
        _account = await query.FindAsync(Id, CancellationToken.None);
        if (_account is null)
            navigation.NotFound();
        else
            Input ??= new() { Roles = [.. _account.Roles], CourtId = _account.CourtId, Town = _account.Town };
    }

    private async Task SetRolesAsync(EditContext form)
    {
        var set = await boundary.SaveAsync(ct => people.SetRolesAsync(Id, Input.Facts, me.Actor(), ct), CancellationToken.None);
        if (set.Succeeded)
            Leave(T["account.roles.saved", _account!.DisplayName]);
        else
            form.Show(set.Violations.Select(Place), Words);
    }

    private async Task LockAsync() => await DoneAsync(
        await boundary.SaveAsync(ct => people.LockAsync(Id, Lock.Reason, me.Actor(), ct), CancellationToken.None), _ => T["account.lock.done", _account!.DisplayName]);

    private async Task UnlockAsync() => await DoneAsync(
        await boundary.SaveAsync(ct => people.UnlockAsync(Id, me.Actor(), ct), CancellationToken.None), _ => T["account.unlock.done", _account!.DisplayName]);

    private async Task ResetAsync() => await DoneAsync(
        await boundary.SaveAsync(ct => people.ResetPasswordAsync(Id, me.Actor(), ct), CancellationToken.None),
        made => T["account.reset.done", _account!.DisplayName, made.Password]);

    private async Task DoneAsync<T>(Result<T> result, Func<T, string> said)
    {
        if (result.Succeeded)
        {
            Leave(said(result.Value));
            return;
        }
        _violation = Place(result.Violations[0]);
        _account = await query.FindAsync(Id, CancellationToken.None);
    }

    private void Leave(string message)
    {
        flash.Say(message);
        navigation.NavigateTo($"/admin/people/{Id}");
    }

    /// <summary>The boundary speaks of a case; here it is an account that somebody changed.</summary>
    private static RuleViolation Place(RuleViolation violation) =>
        violation.Code == SavingBoundary.ChangedMeanwhile ? new("person.changed") : violation;

    public sealed class LockAnswers
    {
        public string? Reason { get; set; }
    }
}
