using IpCenter.Casework.Applications;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>Who may do what for a firm, and how its people change.</summary>
public sealed class FirmPeopleTests
{
    private static readonly Guid Owner = SampleCentre.IdOf("mandate:firm");

    [Fact]
    public async Task A_reader_sees_and_changes_nothing_and_a_filer_acts_and_does_not_govern()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("reader", Roles.Merchant, FirmPower.Read);
        await host.AddPersonAsync("filer", Roles.Merchant, FirmPower.Act);
        var draft = await host.DraftAsync(1);

        var saved = await host.TryAsync<DesignApplication, SaveDraft>("reader", (use, viewer, actor) => use.ExecuteAsync(draft, f => f, "product", viewer, actor, default));
        var submitted = await host.TryAsync<Casework.Cases.CaseFile, SubmitApplication>("reader", (use, viewer, actor) => use.ExecuteAsync(draft, viewer, actor, default));
        var started = await host.TryAsync<DesignApplication, StartDraft>("reader", (use, viewer, actor) => use.ExecuteAsync(SampleCentre.IdOf("x"), FirmDesk.FirmId, viewer, actor, default));
        var withdrawn = await host.TryAsync<Casework.Cases.CaseFile, WithdrawCase>("reader", (use, viewer, actor) => use.ExecuteAsync(draft, "不要了", viewer, actor, default));
        var file = await host.DoAsync("reader", (services, viewer, _) => services.GetRequiredService<Casework.Cases.CaseAccess>().FindAsync(draft, viewer, default));
        var byFiler = await host.TryAsync<DesignApplication, SaveDraft>("filer", (use, viewer, actor) => use.ExecuteAsync(draft, f => f, "product", viewer, actor, default));
        var invited = await host.TryAsync<SentInvitation, GovernFirmPeople>("filer", (use, viewer, actor) => use.InviteAsync(SampleCentre.IdOf("i"), FirmDesk.FirmId, "小李", FirmPower.Read, viewer, actor, default));

        Assert.Equal(("firm.only-looks", "firm.only-looks", "firm.no-mandate", "firm.only-looks"),
            (FirmDesk.CodeOf(saved), FirmDesk.CodeOf(submitted), FirmDesk.CodeOf(started), FirmDesk.CodeOf(withdrawn)));
        Assert.NotNull(file);
        Assert.True(byFiler.Succeeded);
        Assert.Equal("firm.owner-only", FirmDesk.CodeOf(invited));
    }

    [Fact]
    public async Task Who_passes_notices_on_sees_no_case()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddHelperAsync("relay", Roles.TownOfficer, FirmPower.Notices, new DateOnly(2027, 1, 1));
        var draft = await host.DraftAsync(2);

        var file = await host.DoAsync("relay", (services, viewer, _) => services.GetRequiredService<Casework.Cases.CaseAccess>().FindAsync(draft, viewer, default));
        var audiences = await host.DoAsync("relay", (_, viewer, _) => Task.FromResult(viewer.Audiences));

        Assert.Null(file);
        Assert.Equal(["public"], audiences);
    }

    [Fact]
    public async Task The_last_owner_neither_leaves_nor_steps_down()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("filer", Roles.Merchant, FirmPower.Act);

        var left = await host.TryAsync<Mandate, GovernFirmPeople>("merchant", (use, viewer, actor) => use.RemoveAsync(Owner, viewer, actor, default));
        var demoted = await host.TryAsync<Mandate, GovernFirmPeople>("merchant", (use, viewer, actor) => use.ChangeRoleAsync(Owner, FirmPower.Read, viewer, actor, default));
        CaseworkHost.Must(await host.TryAsync<Mandate, GovernFirmPeople>("merchant", (use, viewer, actor) =>
            use.ChangeRoleAsync(SampleCentre.IdOf("mandate:filer"), FirmPower.Govern, viewer, actor, default)));
        var after = await host.TryAsync<Mandate, GovernFirmPeople>("merchant", (use, viewer, actor) => use.RemoveAsync(Owner, viewer, actor, default));

        Assert.Equal("firm.last-owner", FirmDesk.CodeOf(left));
        Assert.Equal(("firm.last-owner", "power"), (demoted.Violations[0].Code, demoted.Violations[0].Field));
        Assert.True(after.Succeeded);
        Assert.Equal(["firm.role-changed", "firm.left"], await host.ActionsAsync(FirmDesk.FirmId));
    }

    [Fact]
    public async Task Of_two_last_owners_who_leave_at_the_same_moment_one_meets_a_conflict()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("partner", Roles.Merchant, FirmPower.Govern);
        await using var first = host.Scope();
        await using var second = host.Scope();
        await LeaveAsync(first.ServiceProvider, "merchant", Owner);
        await LeaveAsync(second.ServiceProvider, "partner", SampleCentre.IdOf("mandate:partner"));

        await first.ServiceProvider.GetRequiredService<Data.CaseworkDbContext>().SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.ServiceProvider.GetRequiredService<Data.CaseworkDbContext>().SaveChangesAsync());
    }

    [Fact]
    public async Task An_owner_who_is_locked_out_does_not_count()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("partner", Roles.Merchant, FirmPower.Govern);
        await host.ChangeAsync(async db => (await db.Users.SingleAsync(p => p.UserName == "partner")).LockoutEnd = Person.LockedForGood);

        var left = await host.TryAsync<Mandate, GovernFirmPeople>("merchant", (use, viewer, actor) => use.RemoveAsync(Owner, viewer, actor, default));

        Assert.Equal("firm.last-owner", FirmDesk.CodeOf(left));
    }

    [Fact]
    public async Task An_invitation_is_kept_as_a_hash_opens_once_and_only_until_its_end()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("colleague", Roles.Merchant);
        await host.AddPersonAsync("late", Roles.Merchant);
        var sent = await InviteAsync(host, "first");
        var other = await InviteAsync(host, "second");
        Assert.DoesNotContain(await host.AskAsync(db => db.FirmInvitations.Select(i => i.TokenHash).ToListAsync()), hash => hash == sent.Token);
        Assert.DoesNotContain(await host.AskAsync(db => db.AuditEvents.Select(e => e.Content).ToListAsync()), content => content.Contains(sent.Token, StringComparison.Ordinal));

        var joined = CaseworkHost.Must(await AcceptAsync(host, "colleague", sent.Token));
        var again = await AcceptAsync(host, "late", sent.Token);
        host.Clock.Advance(TimeSpan.FromHours(72));
        var expired = await AcceptAsync(host, "late", other.Token);

        Assert.Equal((FirmPower.Act, MandateKind.Member), (joined.Power, joined.Kind));
        Assert.Equal("invitation.gone", FirmDesk.CodeOf(again));
        Assert.Equal("invitation.gone", FirmDesk.CodeOf(expired));
        Assert.Contains("invitation-accepted", await host.NoticesOfAsync("merchant"));
    }

    [Fact]
    public async Task An_invitation_ends_when_it_is_taken_back_or_its_sender_no_longer_governs()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("partner", Roles.Merchant, FirmPower.Govern);
        await host.AddPersonAsync("colleague", Roles.Merchant);
        var (taken, orphan) = (await InviteAsync(host, "first"), await InviteAsync(host, "second"));
        CaseworkHost.Must(await host.TryAsync<FirmInvitation, GovernFirmPeople>("partner", (use, viewer, actor) => use.RevokeInvitationAsync(taken.Invitation.Id, viewer, actor, default)));
        CaseworkHost.Must(await host.TryAsync<Mandate, GovernFirmPeople>("merchant", (use, viewer, actor) => use.ChangeRoleAsync(Owner, FirmPower.Act, viewer, actor, default)));

        Assert.Equal("invitation.gone", FirmDesk.CodeOf(await AcceptAsync(host, "colleague", taken.Token)));
        Assert.Equal("invitation.gone", FirmDesk.CodeOf(await AcceptAsync(host, "colleague", orphan.Token)));
    }

    [Fact]
    public async Task Staff_of_the_centre_do_not_join_a_firm()
    {
        await using var host = await SampleCentre.StartAsync();
        var sent = await InviteAsync(host, "first");

        Assert.Equal("invitation.staff", FirmDesk.CodeOf(await AcceptAsync(host, "examiner", sent.Token)));
    }

    [Fact]
    public async Task A_firm_that_was_never_recorded_reports_nobody()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.ChangeAsync(async db => db.Recordals.Remove(await db.Recordals.SingleAsync(r => r.FirmId == FirmDesk.FirmId)));

        var staged = await host.TryAsync<Evidence.EvidenceItem, StageEvidence>("merchant", (use, viewer, actor) =>
            use.ExecuteAsync(SampleCentre.IdOf("report"), FirmDesk.FirmId, new ReportFile("a.png", new byte[] { 1 }), null, viewer, actor, default));

        Assert.Equal("firm.not-recorded", FirmDesk.CodeOf(staged));
    }

    private static async Task LeaveAsync(IServiceProvider services, string user, Guid mandate)
    {
        var (viewer, actor) = await CaseworkHost.AsAsync(services, user);
        CaseworkHost.Must(await services.GetRequiredService<GovernFirmPeople>().RemoveAsync(mandate, viewer, actor, default));
    }

    private static async Task<SentInvitation> InviteAsync(CaseworkHost host, string key) =>
        CaseworkHost.Must(await host.TryAsync<SentInvitation, GovernFirmPeople>("merchant", (use, viewer, actor) =>
            use.InviteAsync(SampleCentre.IdOf($"invitation:{key}"), FirmDesk.FirmId, "小李", FirmPower.Act, viewer, actor, default)));

    private static Task<Result<Mandate>> AcceptAsync(CaseworkHost host, string user, string token) =>
        host.TryAsync<Mandate, AcceptInvitation>(user, async (use, viewer, actor) =>
        {
            var person = await host.AskAsync(db => db.Users.AsNoTracking().SingleAsync(p => p.Id == viewer.PersonId));
            return await use.ExecuteAsync(token, person, viewer.IsOutsider, actor, default);
        });
}
