using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Tests.Journeys;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Notices;

/// <summary>Formal notices ask for "received"; what nobody acknowledges is brought up once, and the town officer may pass it on.</summary>
public sealed class AcknowledgementTests
{
    [Fact]
    public async Task A_formal_notice_asks_the_firm_for_an_answer_and_a_warning_to_staff_asks_nobody()
    {
        await using var host = await PassedAsync();
        host.Clock.Set(CaseworkHost.Monday.AddDays(9));
        await host.RunAsync();

        var formal = await NoticeAsync(host, "pre-examination-passed");
        Assert.Equal(new DateTimeOffset(2026, 11, 17, 23, 59, 59, TimeSpan.FromHours(8)), formal.AcknowledgeBy);
        Assert.Null((await NoticeAsync(host, "office-filing-reminder")).AcknowledgeBy);
    }

    [Fact]
    public async Task Received_is_said_once_by_the_one_who_has_the_notice_and_reads_it_too()
    {
        await using var host = await PassedAsync();
        var notice = await NoticeAsync(host, "pre-examination-passed");

        Assert.Equal("notice.not-found", Assert.Single((await AcknowledgeAsync(host, "rival", notice.Id)).Violations).Code);
        CaseworkHost.Must(await AcknowledgeAsync(host, "merchant", notice.Id));
        host.Clock.Advance(TimeSpan.FromHours(1));
        CaseworkHost.Must(await AcknowledgeAsync(host, "merchant", notice.Id));

        var kept = await NoticeAsync(host, "pre-examination-passed");
        Assert.Equal((CaseworkHost.Monday, CaseworkHost.Monday), (kept.ReadAt!.Value, kept.AcknowledgedAt!.Value));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "notice.acknowledged")));
    }

    [Fact]
    public async Task What_nobody_acknowledged_is_brought_up_once_however_often_and_by_however_many()
    {
        await using var host = await PassedAsync();
        Assert.Equal(0, await BringUpAsync(host));
        host.Clock.Set((await NoticeAsync(host, "pre-examination-passed")).AcknowledgeBy!.Value.AddMinutes(1));

        var brought = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => BringUpAsync(host))));
        await BringUpAsync(host);

        Assert.Equal(1, brought.Sum());
        Assert.Equal(host.Clock.GetUtcNow(), (await NoticeAsync(host, "pre-examination-passed")).BroughtUpAt);
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "notice.brought-up")));
    }

    [Fact]
    public async Task One_of_the_firm_who_acknowledges_answers_for_all_of_it()
    {
        await using var host = await SampleCentre.StartAsync();
        await AddMandateAsync(host, "rival", MandateKind.Agent);
        await PassAsync(host);
        var notices = await host.AskAsync(db => db.Notices.Where(n => n.Template == "pre-examination-passed").ToListAsync());
        Assert.Equal((2, 1), (notices.Count, notices.Select(n => n.DispatchId).Distinct().Count()));
        CaseworkHost.Must(await AcknowledgeAsync(host, "rival", notices.Single(n => n.PersonId == SampleCentre.IdOf("rival")).Id));

        host.Clock.Set(CaseworkHost.Monday.AddDays(5));

        Assert.Equal(0, await BringUpAsync(host));
    }

    [Fact]
    public async Task The_town_officer_learns_that_there_is_a_notice_and_never_what_it_says()
    {
        await using var host = await BroughtUpAsync();
        await AddOfficerAsync(host, "town-here", "大集镇");
        await AddOfficerAsync(host, "town-elsewhere", "庄寨镇");

        var waiting = Assert.Single(await WaitingAsync(host, "town-here"));
        Assert.Equal(("曹县firm有限公司", null, null), (waiting.FirmName, waiting.CaseId, waiting.Template));
        Assert.Empty(await WaitingAsync(host, "town-elsewhere"));
        Assert.Empty(await WaitingAsync(host, "examiner"));
        Assert.Equal("notice.not-found", Assert.Single((await RelayAsync(host, "town-elsewhere", waiting.DispatchId)).Violations).Code);

        CaseworkHost.Must(await RelayAsync(host, "town-here", waiting.DispatchId));
        CaseworkHost.Must(await RelayAsync(host, "town-here", waiting.DispatchId));

        Assert.Equal("town-here", Assert.Single(await WaitingAsync(host, "town-here")).RelayedByName);
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "notice.relayed")));
        CaseworkHost.Must(await AcknowledgeAsync(host, "merchant", (await NoticeAsync(host, "pre-examination-passed")).Id));
        Assert.Empty(await WaitingAsync(host, "town-here"));
    }

    [Fact]
    public async Task A_town_officer_with_the_firms_mandate_may_open_it()
    {
        await using var host = await BroughtUpAsync();
        await AddOfficerAsync(host, "town-here", "大集镇");
        await AddMandateAsync(host, "town-here", MandateKind.TownOfficer);

        var waiting = Assert.Single(await WaitingAsync(host, "town-here"));

        Assert.Equal("pre-examination-passed", waiting.Template);
        Assert.NotNull(waiting.CaseId);
    }

    private static async Task<CaseworkHost> PassedAsync()
    {
        var host = await SampleCentre.StartAsync();
        await PassAsync(host);
        return host;
    }

    private static async Task PassAsync(CaseworkHost host)
    {
        var id = await host.FileAsync(1);
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
    }

    private static async Task<CaseworkHost> BroughtUpAsync()
    {
        var host = await PassedAsync();
        await host.ChangeAsync(async db => (await db.Firms.SingleAsync(f => f.Id == SampleCentre.IdOf("firm"))).Town = "大集镇");
        host.Clock.Set(CaseworkHost.Monday.AddDays(3));
        await BringUpAsync(host);
        return host;
    }

    private static Task AddOfficerAsync(CaseworkHost host, string name, string town) => host.ChangeAsync(async db =>
    {
        db.Users.Add(new Person { Id = SampleCentre.IdOf(name), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Town = town });
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = SampleCentre.IdOf(name), RoleId = (await db.Roles.SingleAsync(r => r.Name == Roles.TownOfficer)).Id });
    });

    private static Task AddMandateAsync(CaseworkHost host, string person, MandateKind kind) => host.ChangeAsync(db =>
    {
        var mandate = new Mandate
        {
            Id = SampleCentre.IdOf($"mandate:{person}"),
            FirmId = SampleCentre.IdOf("firm"),
            PersonId = SampleCentre.IdOf(person),
            Kind = kind,
            RequestedAt = CaseworkHost.Monday,
        };
        mandate.Consent(SampleCentre.IdOf("merchant"), CaseworkHost.Monday);
        db.Mandates.Add(mandate);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Who_no_longer_acts_for_the_firm_does_not_answer_for_it()
    {
        await using var host = await SampleCentre.StartAsync();
        await AddMandateAsync(host, "rival", MandateKind.Agent);
        await PassAsync(host);
        var notice = await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == "pre-examination-passed" && n.PersonId == SampleCentre.IdOf("rival")));
        await host.ChangeAsync(async db => (await db.Mandates.SingleAsync(m => m.PersonId == SampleCentre.IdOf("rival") && m.FirmId == SampleCentre.IdOf("firm")))
            .Revoke(SampleCentre.IdOf("merchant"), host.Clock.GetUtcNow()));

        Assert.Equal("notice.not-found", Assert.Single((await AcknowledgeAsync(host, "rival", notice.Id)).Violations).Code);
        Assert.Null((await host.AskAsync(db => db.Notices.SingleAsync(n => n.Id == notice.Id))).AcknowledgedAt);
    }

    private static Task<Notice> NoticeAsync(CaseworkHost host, string template) =>
        host.AskAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.Template == template));

    private static Task<Results.Result<Notice>> AcknowledgeAsync(CaseworkHost host, string user, Guid notice) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<ReadNotices>().AcknowledgeAsync(notice, viewer, actor, default));

    private static Task<IReadOnlyList<WaitingNotice>> WaitingAsync(CaseworkHost host, string user) =>
        host.DoAsync(user, (services, viewer, _) => services.GetRequiredService<RelayNotice>().WaitingAsync(viewer, default));

    private static Task<Results.Result<Casework.Firms.Firm>> RelayAsync(CaseworkHost host, string user, Guid dispatch) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<RelayNotice>().ExecuteAsync(dispatch, viewer, actor, default));

    private static async Task<int> BringUpAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<BringUpNotices>().RunAsync(host.Clock.GetUtcNow(), default);
    }
}
