using System.Text;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.SearchFeed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Designs.SampleRights;

namespace IpCenter.Casework.Tests.Designs;

public sealed class RightRecordTests
{
    private static readonly Guid First = SampleCentre.IdOf("record:1");

    [Fact]
    public async Task A_transfer_gives_the_right_to_the_new_owners_people_and_tells_both_and_the_index()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());
        var facts = Facts(RightEntryKind.Transferred) with { NewOwnerCode = " 93371721dd272hd1ty " };

        var entry = CaseworkHost.Must(await RecordAsync(host, "examiner", First, id, facts));

        var design = await host.AskAsync(db => db.Designs.SingleAsync());
        Assert.Equal(("曹县rival-firm有限公司", SampleCentre.IdOf("rival-firm")), (design.OwnerName, design.FirmId));
        Assert.Equal("曹县firm有限公司", entry.OwnerBefore);
        Assert.Equal(new HashSet<Guid> { SampleCentre.IdOf("merchant"), SampleCentre.IdOf("rival") },
            (await host.AskAsync(db => db.Notices.Where(n => n.Template == RecordRightEntry.Notice).Select(n => n.PersonId).ToListAsync())).ToHashSet());
        Assert.Contains(await host.AskAsync(db => db.IndexedChanges.ToListAsync()), c => c.Kind == IndexedKind.Design && c.SubjectId == id);
        Assert.True(await MayActAsync(host, "rival", id));
        Assert.False(await MayActAsync(host, "merchant", id));
        Assert.Equal("right.recorded", (await host.AskAsync(db => db.AuditEvents.SingleAsync())).Action);
    }

    [Fact]
    public async Task Recorded_twice_by_a_double_click_it_is_one_entry()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());

        CaseworkHost.Must(await RecordAsync(host, "examiner", First, id, Facts(RightEntryKind.Lapsed)));
        CaseworkHost.Must(await RecordAsync(host, "examiner", First, id, Facts(RightEntryKind.Lapsed)));

        Assert.Equal(1, await host.AskAsync(db => db.RightEntries.CountAsync()));
        Assert.Equal(DesignStatus.Lapsed, await host.AskAsync(db => db.Designs.Select(d => d.Status).SingleAsync()));
    }

    [Fact]
    public async Task Entries_of_one_instant_stand_in_the_order_of_recording_whatever_their_ids()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());

        CaseworkHost.Must(await RecordAsync(host, "examiner", new Guid("ffffffff-0000-0000-0000-000000000000"), id, Facts(RightEntryKind.Transferred)));
        CaseworkHost.Must(await RecordAsync(host, "examiner", new Guid("00000000-0000-0000-0000-000000000001"), id, Facts(RightEntryKind.Licensed, new DateOnly(2026, 8, 1))));

        var recorded = await host.AskAsync(db => db.RightEntries.OrderBy(e => e.Number).Select(e => e.Kind).ToListAsync());
        Assert.Equal([RightEntryKind.Transferred, RightEntryKind.Licensed], recorded);
        Assert.Equal("曹县rival-firm有限公司", await host.AskAsync(db => db.Designs.Select(d => d.OwnerName).SingleAsync()));
    }

    [Theory]
    [InlineData("merchant")]
    [InlineData("rival")]
    [InlineData("clerk-heze")]
    public async Task Nobody_but_the_examining_staff_records(string user)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());

        Assert.Equal("case.not-found", Assert.Single((await RecordAsync(host, user, First, id, Facts(RightEntryKind.Lapsed))).Violations).Code);
    }

    [Fact]
    public async Task A_holder_sends_in_a_licence_with_its_contract_and_the_centre_confirms_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());
        var facts = Facts(RightEntryKind.Licensed) with { Publicity = EntryPublicity.Hidden };

        var proposal = CaseworkHost.Must(await ProposeAsync(host, "merchant", id, facts, Pdf));
        Assert.Empty(await host.AskAsync(db => db.RightEntries.ToListAsync()));
        var decided = CaseworkHost.Must(await DecideAsync(host, "examiner", proposal.Id, new(true, "", null, "")));

        var entry = await host.AskAsync(db => db.RightEntries.SingleAsync());
        Assert.Equal((decided.EntryId, proposal.DocumentId, EntryPublicity.Hidden), (entry.Id, entry.DocumentId, entry.Facts.Publicity));
        Assert.Equal("right.proposal-decided", Assert.Single((await DecideAsync(host, "supervisor", proposal.Id, new(true, "", null, ""))).Violations).Code);
    }

    [Fact]
    public async Task A_refusal_says_why_and_records_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());
        var proposal = CaseworkHost.Must(await ProposeAsync(host, "merchant", id, Facts(RightEntryKind.Abandoned), Pdf));

        Assert.Equal(new RuleViolation("field.required", "reason"), Assert.Single((await DecideAsync(host, "examiner", proposal.Id, new(false, "", null, " "))).Violations), SameViolation);
        CaseworkHost.Must(await DecideAsync(host, "examiner", proposal.Id, new(false, "", null, "没有手续合格通知书")));

        Assert.Empty(await host.AskAsync(db => db.RightEntries.ToListAsync()));
        var notice = await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == DecideRightProposal.RefusedNotice));
        Assert.Equal((SampleCentre.IdOf("merchant"), "没有手续合格通知书"), (notice.PersonId, notice.Arguments["reason"]));
    }

    [Fact]
    public async Task What_an_owner_sends_in_needs_a_document_that_is_one()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());

        Assert.Equal(new RuleViolation("field.required", "file"), Assert.Single((await ProposeAsync(host, "merchant", id, Facts(RightEntryKind.Pledged), null)).Violations), SameViolation);
        var text = new SentFile("C:\\tmp\\合同.pdf", Encoding.UTF8.GetBytes("<html>"));
        Assert.Equal(new RuleViolation("document.kind", "file", "合同.pdf"), Assert.Single((await ProposeAsync(host, "merchant", id, Facts(RightEntryKind.Pledged), text)).Violations), SameViolation);
        var large = new SentFile("a.pdf", Enumerable.Repeat((byte)'%', ReceiveRightDocument.MaxBytes + 1).ToArray());
        Assert.Equal(new RuleViolation("right-document.too-large", "file", "10"), Assert.Single((await ProposeAsync(host, "merchant", id, Facts(RightEntryKind.Pledged), large)).Violations), SameViolation);
        Assert.Equal("field.required", Assert.Single((await ProposeAsync(host, "merchant", id, Facts(RightEntryKind.Invalidated), Pdf)).Violations).Code);
        Assert.Equal("case.not-found", Assert.Single((await ProposeAsync(host, "rival", id, Facts(RightEntryKind.Pledged), Pdf)).Violations).Code);
    }

    [Fact]
    public async Task A_contract_is_read_by_those_who_sent_it_and_the_staff_but_not_by_the_next_owner()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());
        var proposal = CaseworkHost.Must(await ProposeAsync(host, "merchant", id, Facts(RightEntryKind.Licensed), Pdf));
        CaseworkHost.Must(await RecordAsync(host, "examiner", First, id, Facts(RightEntryKind.Transferred) with { NewOwnerCode = "93371721DD272HD1TY" }));

        var reads = new Dictionary<string, bool>();
        foreach (var user in new[] { "merchant", "rival", "examiner", "procurator" })
            reads[user] = await host.DoAsync(user, async (services, viewer, actor) =>
                (await services.GetRequiredService<ReceiveRightDocument>().ReadAsync(id, proposal.DocumentId!.Value, viewer, actor, default)).Succeeded);

        Assert.Equal(new Dictionary<string, bool> { ["merchant"] = true, ["rival"] = false, ["examiner"] = true, ["procurator"] = false }, reads);
        Assert.Equal(2, await host.AskAsync(db => db.AccessRecords.CountAsync(r => r.Purpose == "right-document")));
    }

    [Fact]
    public async Task What_strikes_a_hidden_entry_says_no_more_of_it_than_the_entry_did()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());
        var licence = CaseworkHost.Must(await RecordAsync(host, "examiner", First, id, Facts(RightEntryKind.Licensed) with { Publicity = EntryPublicity.Hidden }));

        var struck = CaseworkHost.Must(await RecordAsync(
            host, "examiner", SampleCentre.IdOf("struck"), id, Facts(RightEntryKind.Struck) with { Corrects = licence.Id, Note = "误录了某某的许可" }));

        Assert.Equal(EntryPublicity.Hidden, struck.Facts.Publicity);
    }

    [Fact]
    public async Task An_agent_of_both_sides_opens_no_way_to_the_old_owners_contracts()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());
        await host.ChangeAsync(db =>
        {
            foreach (var firm in (string[])["firm", "rival-firm"])
            {
                var mandate = new Mandate
                {
                    Id = SampleCentre.IdOf($"both:{firm}"),
                    FirmId = SampleCentre.IdOf(firm),
                    PersonId = SampleCentre.IdOf("officer"),
                    Kind = MandateKind.Agent,
                    RequestedAt = host.Clock.GetUtcNow(),
                };
                mandate.Consent(SampleCentre.IdOf("merchant"), host.Clock.GetUtcNow(), FirmPower.Act);
                db.Mandates.Add(mandate);
            }
            return Task.CompletedTask;
        });
        var proposal = CaseworkHost.Must(await ProposeAsync(host, "officer", id, Facts(RightEntryKind.Licensed), Pdf));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        CaseworkHost.Must(await RecordAsync(host, "examiner", First, id, Facts(RightEntryKind.Transferred) with { NewOwnerCode = "93371721DD272HD1TY" }));

        var read = await host.DoAsync("rival", (services, viewer, actor) =>
            services.GetRequiredService<ReceiveRightDocument>().ReadAsync(id, proposal.DocumentId!.Value, viewer, actor, default));

        Assert.Equal("case.not-found", Assert.Single(read.Violations).Code);
    }

    [Fact]
    public async Task Terms_that_are_over_are_recorded_once()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.PublishAsync(Right(new DateOnly(2016, 11, 16)));
        await host.PublishAsync(Right(new DateOnly(2016, 11, 17), number: "ZL201630123457.X"));

        Assert.Equal(1, await ExpireAsync(host));
        Assert.Equal(0, await ExpireAsync(host));

        var entry = await host.AskAsync(db => db.RightEntries.SingleAsync());
        Assert.Equal((RightEntryKind.Expired, new DateOnly(2026, 11, 16), Actor.SystemName), (entry.Kind, entry.EffectiveOn, entry.RecordedByName));
        Assert.Equal([DesignStatus.Expired, DesignStatus.InForce], await host.AskAsync(db => db.Designs.OrderBy(d => d.FiledOn).Select(d => d.Status).ToListAsync()));
    }

    private static bool SameViolation(RuleViolation expected, RuleViolation actual) =>
        (expected.Code, expected.Field) == (actual.Code, actual.Field) && expected.Arguments.SequenceEqual(actual.Arguments);

    private static Task<Result<RightEntry>> RecordAsync(CaseworkHost host, string user, Guid id, Guid design, RightFacts facts) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<RecordRightEntry>().ExecuteAsync(id, design, facts, null, viewer, actor, default));

    private static Task<Result<RightProposal>> ProposeAsync(CaseworkHost host, string user, Guid design, RightFacts facts, SentFile? file) =>
        host.DoAsync(user, (services, viewer, actor) =>
            services.GetRequiredService<ProposeRightChange>().ExecuteAsync(Guid.CreateVersion7(actor.At), design, facts, file, viewer, actor, default));

    private static Task<Result<RightProposal>> DecideAsync(CaseworkHost host, string user, Guid proposal, ProposalDecision decision) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<DecideRightProposal>().ExecuteAsync(proposal, decision, viewer, actor, default));

    private static Task<bool> MayActAsync(CaseworkHost host, string user, Guid id) =>
        host.DoAsync(user, async (services, viewer, _) => await services.GetRequiredService<RightAccess>().FindAsync(id, viewer, default) is not null);

    private static Task<int> ExpireAsync(CaseworkHost host) =>
        host.DoAsync("supervisor", (services, _, actor) => services.GetRequiredService<ExpireRights>().ExecuteAsync(actor.At, default));
}
