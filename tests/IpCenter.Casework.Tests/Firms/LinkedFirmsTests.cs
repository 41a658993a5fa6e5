using IpCenter.Casework.Designs;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Designs.SampleRights;

namespace IpCenter.Casework.Tests.Firms;

public sealed class LinkedFirmsTests
{
    [Fact]
    public async Task Firms_with_nothing_in_common_are_not_linked_and_placeholders_are_nothing()
    {
        await using var host = await StartAsync();

        Assert.Empty(await LinksAsync(host, "examiner"));
    }

    [Theory]
    [InlineData(FirmLinkKind.Telephone, "…4567")]
    [InlineData(FirmLinkKind.Address, "山东省菏泽市曹县大集镇1号")]
    [InlineData(FirmLinkKind.ContactName, "王秀云")]
    public async Task What_both_gave_the_centre_links_them_however_it_is_written(FirmLinkKind kind, string detail)
    {
        await using var host = await StartAsync();
        await host.ChangeAsync(async db =>
        {
            var (own, other) = (await db.Firms.FindAsync(SampleCentre.IdOf("firm")), await db.Firms.FindAsync(SampleCentre.IdOf("rival-firm")));
            if (kind == FirmLinkKind.Telephone)
                (own!.ContactPhone, other!.ContactPhone) = ("0530-1234567", "０５３０ 123 4567");
            else if (kind == FirmLinkKind.Address)
                other!.Address = "山东省 菏泽市曹县大集镇１号";
            else
                (own!.ContactName, other!.ContactName) = ("王秀云", "王秀云 ");
        });

        var link = Assert.Single(await LinksAsync(host, "examiner"));

        Assert.Equal((SampleCentre.IdOf("rival-firm"), new FirmLinkFact(kind, detail)), (link.FirmId, Assert.Single(link.Facts)));
    }

    [Fact]
    public async Task A_person_of_both_links_them_and_a_revoked_one_did_once()
    {
        await using var host = await StartAsync();
        await host.AddPersonAsync("both", Roles.Merchant, FirmPower.Act);
        await host.ChangeAsync(db =>
        {
            var mandate = new Mandate { Id = SampleCentre.IdOf("second"), FirmId = SampleCentre.IdOf("rival-firm"), PersonId = SampleCentre.IdOf("both"), Kind = MandateKind.Member, RequestedAt = host.Clock.GetUtcNow() };
            mandate.Consent(SampleCentre.IdOf("rival"), host.Clock.GetUtcNow(), FirmPower.Act);
            db.Mandates.Add(mandate);
            return Task.CompletedTask;
        });
        Assert.Equal(new FirmLinkFact(FirmLinkKind.Person, "both"), Assert.Single(Assert.Single(await LinksAsync(host, "examiner")).Facts));

        await host.ChangeAsync(async db => (await db.Mandates.FindAsync(SampleCentre.IdOf("second")))!.Revoke(SampleCentre.IdOf("rival"), host.Clock.GetUtcNow()));
        Assert.True(Assert.Single(Assert.Single(await LinksAsync(host, "examiner")).Facts).IsOver);
    }

    [Fact]
    public async Task An_agent_of_both_and_an_assignment_link_them_and_a_mandate_that_waits_does_not()
    {
        await using var host = await StartAsync();
        await host.AddHelperAsync("agent", Roles.Agent, FirmPower.Act, new(2027, 1, 1));
        await host.AddMandateAsync("agent", FirmPower.Act, new(2027, 1, 1), "rival-firm", consented: false);
        Assert.Empty(await LinksAsync(host, "examiner"));

        await host.ChangeAsync(async db => (await db.Mandates.FindAsync(SampleCentre.IdOf("mandate:agent:rival-firm")))!
            .Consent(SampleCentre.IdOf("rival"), host.Clock.GetUtcNow(), FirmPower.Act, new(2027, 1, 1)));
        var design = Right();
        await host.PublishAsync(design);
        await host.ChangeAsync(db =>
        {
            var facts = Facts(RightEntryKind.Transferred);
            db.RightEntries.Add(new RightEntry
            {
                Id = SampleCentre.IdOf("entry"),
                DesignId = design.Id,
                Number = 1,
                Kind = RightEntryKind.Transferred,
                EffectiveOn = facts.EffectiveOn!.Value,
                Facts = facts,
                RecordedAt = host.Clock.GetUtcNow(),
                RecordedByName = "examiner",
                StatusBefore = design.Status,
                OwnerBefore = design.OwnerName,
                FirmBefore = SampleCentre.IdOf("rival-firm"),
                NewFirmId = SampleCentre.IdOf("firm"),
            });
            return Task.CompletedTask;
        });

        var facts = Assert.Single(await LinksAsync(host, "examiner")).Facts;

        Assert.Equal([new(FirmLinkKind.Assignment, design.PatentNumber), new FirmLinkFact(FirmLinkKind.Agent, "agent")], facts);
    }

    [Theory]
    [InlineData("merchant")]
    [InlineData("officer")]
    public async Task Who_does_not_examine_learns_of_no_link_and_no_history(string user)
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("mine");

        Assert.Empty(await LinksAsync(host, user));
        Assert.Null(await HistoryAsync(host, "mine", user));
    }

    [Theory]
    [InlineData("山东省菏泽市曹县大集镇孙庄村", false)]
    [InlineData("山东省菏泽市曹县大集镇电商产业园", false)]
    [InlineData("山东省菏泽市曹县大集镇电商产业园3号楼", true)]
    [InlineData("山东省菏泽市曹县大集镇孙庄村十二号", true)]
    public async Task An_address_ties_only_where_it_names_a_house(string address, bool ties)
    {
        await using var host = await StartAsync();
        await host.ChangeAsync(async db =>
        {
            foreach (var firm in await db.Firms.ToListAsync())
                firm.Address = address;
        });

        Assert.Equal(ties, (await LinksAsync(host, "examiner")).Any(l => l.Facts.Any(f => f.Kind == FirmLinkKind.Address)));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 0)]
    public async Task An_address_that_many_firms_share_ties_nobody(int others, int tied)
    {
        await using var host = await StartAsync();
        await host.ChangeAsync(db =>
        {
            for (var i = 0; i < others; i++)
                db.Firms.Add(new Firm
                {
                    Id = SampleCentre.IdOf($"neighbour-{i}"),
                    Name = $"邻居{i}",
                    CreditCode = $"neighbour-{i}",
                    Kind = FirmKind.Company,
                    Address = "山东省菏泽市曹县大集镇1号",
                    Postcode = "274400",
                    PlaceCode = "371721",
                    ContactName = $"联系人{i}",
                    ContactPhone = "",
                    CreatedAt = host.Clock.GetUtcNow(),
                });
            return Task.CompletedTask;
        });

        Assert.Equal(tied, (await LinksAsync(host, "examiner")).Count);
    }

    [Fact]
    public async Task Rows_that_are_older_than_the_keys_get_them_at_the_start()
    {
        await using var host = await SampleCentre.StartAsync();
        var before = Assert.Single(await LinksAsync(host, "examiner")).Facts;
        await host.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Firms SET AddressKey = NULL, ContactKey = NULL, PhoneKey = NULL"));
        Assert.Empty(await LinksAsync(host, "examiner"));

        await using (var scope = host.Scope())
            await new Casework.Data.DatabaseMigration(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>()).RunAsync(default);

        Assert.Equal(before, Assert.Single(await LinksAsync(host, "examiner")).Facts);
    }

    [Fact]
    public async Task Who_keeps_out_of_the_case_reads_no_history()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("mine");
        await host.DoAsync("supervisor", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<Casework.Staffing.DeclareRecusal>()
            .ExecuteAsync(SampleCentre.IdOf("recusal"), SampleCentre.IdOf("examiner"), "91371721AY4CL12THN", "亲属", viewer, actor, default)));

        Assert.Null(await HistoryAsync(host, "mine", "examiner"));
        Assert.NotNull(await HistoryAsync(host, "mine", "examiner2"));
    }

    [Fact]
    public async Task Who_keeps_out_of_a_tied_firm_reads_that_there_is_one_and_neither_its_name_nor_its_filings()
    {
        // Both sample firms have one address.
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("mine");
        await host.AddTaskAsync("theirs", firm: "rival-firm");
        await host.RecuseAsync("examiner", "rival-firm");

        var history = (await HistoryAsync(host, "mine", "examiner", "rival-firm"))!;
        Assert.Empty(history.Linked);
        Assert.Equal(1, history.KeptOutOf);
        Assert.Single((await HistoryAsync(host, "mine", "examiner2", "rival-firm"))!.Linked);
    }

    [Theory]
    [InlineData(null, FilingStanding.Pending)]
    [InlineData("granted", FilingStanding.Granted)]
    [InlineData("refused", FilingStanding.Refused)]
    [InlineData("office-refused", FilingStanding.Refused)]
    [InlineData("deemed-withdrawn", FilingStanding.Withdrawn)]
    [InlineData("left-fast-lane", FilingStanding.LeftFastLane)]
    [InlineData("stopped", FilingStanding.Other)]
    [InlineData("lapsed", FilingStanding.Other)]
    public void Only_a_refusal_counts_as_refused(string? outcome, FilingStanding standing) => Assert.Equal(standing, FirmFiling.StandingOf(outcome));

    [Fact]
    public async Task The_history_counts_by_outcome_shows_no_draft_and_logs_what_unpublished_was_seen()
    {
        // Both sample firms have one address.
        await using var host = await SampleCentre.StartAsync();
        foreach (var (key, outcome, firm) in new[] { ("mine", null, "firm"), ("granted", "granted", "firm"), ("refused", "refused", "firm"), ("withdrawn", "withdrawn", "rival-firm"), ("open", null, "rival-firm") })
        {
            await host.AddTaskAsync(key, firm: firm);
            if (outcome is not null)
                await host.ChangeAsync(async db => (await db.Cases.FindAsync(SampleCentre.IdOf($"case:{key}")))!.Close(outcome, host.Clock.GetUtcNow()));
        }
        await host.ChangeAsync(async db => (await db.Applications.FindAsync(SampleCentre.IdOf("case:granted")))!.RecordGrant("ZL202630765432.5", new(2026, 11, 16)));
        await host.DoAsync("rival", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<Casework.Applications.StartDraft>()
            .ExecuteAsync(SampleCentre.IdOf("draft"), SampleCentre.IdOf("rival-firm"), viewer, actor, default)));

        var history = (await HistoryAsync(host, "mine", "examiner"))!;

        Assert.Equal((2, 1, 1, 0), (history.Own.Total, history.Own.Of(FilingStanding.Granted), history.Own.Of(FilingStanding.Refused), history.Own.Of(FilingStanding.Pending)));
        var linked = Assert.Single(history.Linked);
        Assert.Equal((2, 1, 1), (linked.Total, linked.Of(FilingStanding.Withdrawn), linked.Of(FilingStanding.Pending)));
        Assert.Equal(FirmLinkKind.Address, linked.Link!.Facts[0].Kind);
        Assert.Empty(linked.Last);
        Assert.Equal([(SampleCentre.IdOf("case:mine"), 1)], await host.AskAsync(db => db.AccessRecords.Where(r => r.Purpose == FilingHistoryQuery.Purpose).Select(r => ValueTuple.Create(r.CaseId!.Value, r.Count)).ToListAsync()));
        Assert.Equal([SampleCentre.IdOf("case:refused")], await ReadAsync(host));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        linked = Assert.Single((await HistoryAsync(host, "mine", "examiner", "rival-firm"))!.Linked);
        Assert.Equal(2, linked.Last.Count);
        // One look is one record, however many it showed.
        Assert.Equal(2, await host.AskAsync(db => db.AccessRecords.CountAsync(r => r.Purpose == FilingHistoryQuery.Purpose)));
        var read = (await ReadAsync(host)).Distinct();
        Guid[] unpublished = [SampleCentre.IdOf("case:refused"), SampleCentre.IdOf("case:withdrawn"), SampleCentre.IdOf("case:open")];
        Assert.Equal(unpublished.Order(), read.Order());
    }

    private static async Task<CaseworkHost> StartAsync()
    {
        var host = await SampleCentre.StartAsync();
        await host.ChangeAsync(async db => (await db.Firms.FindAsync(SampleCentre.IdOf("rival-firm")))!.Address = "山东省菏泽市曹县庄寨镇9号");
        return host;
    }

    private static async Task<List<Guid>> ReadAsync(CaseworkHost host) =>
        [.. (await host.AskAsync(db => db.AccessRecords.Where(r => r.Purpose == FilingHistoryQuery.Purpose).ToListAsync())).SelectMany(r => r.Seen!)];

    private static Task<IReadOnlyList<LinkedFirm>> LinksAsync(CaseworkHost host, string user) => host.DoAsync(user, (services, viewer, actor) =>
        services.GetRequiredService<LinkedFirms>().OfAsync(SampleCentre.IdOf("firm"), viewer, actor.At, default));

    private static Task<FilingHistory?> HistoryAsync(CaseworkHost host, string key, string user, string? opened = null) => host.DoAsync(user, (services, viewer, actor) =>
        services.GetRequiredService<FilingHistoryQuery>().ReadAsync(SampleCentre.IdOf($"case:{key}"), opened is null ? null : SampleCentre.IdOf(opened), viewer, actor, default));
}
