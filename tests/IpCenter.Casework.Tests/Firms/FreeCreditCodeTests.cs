using IpCenter.Casework.Applications;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Firms.FirmDesk;

namespace IpCenter.Casework.Tests.Firms;

public sealed class FreeCreditCodeTests
{
    private const string Claimed = "91371721MA3QK8T21U", Own = "91371721MA3T9W6C46";

    [Fact]
    public async Task A_freed_code_is_the_real_firms_and_the_stranger_keeps_the_drafts()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("stranger", Roles.Merchant);
        await host.AddPersonAsync("owner", Roles.Merchant);
        var claim = CaseworkHost.Must(await AskAsync(host, "stranger", Claimed, "claim"));
        Assert.Equal("recordal.other-people", CodeOf(await AskAsync(host, "owner", Claimed, "asks")));
        var draft = SampleCentre.IdOf("draft");
        CaseworkHost.Must(await host.TryAsync<DesignApplication, StartDraft>("stranger", (start, viewer, actor) => start.ExecuteAsync(draft, claim.FirmId, viewer, actor, default)));
        host.Clock.Advance(TimeSpan.FromHours(1));

        CaseworkHost.Must(await FreeAsync(host, "supervisor", "持营业执照原件核实"));

        Assert.Equal([FreeCreditCode.Notice], await host.NoticesOfAsync("stranger"));
        Assert.Equal("持营业执照原件核实", (await host.AskAsync(db => db.Notices.SingleAsync())).Arguments["reason"]);
        Assert.Contains("firm.code-freed", await host.ActionsAsync(claim.FirmId));
        var refused = await host.AskAsync(db => db.Recordals.AsNoTracking().SingleAsync(r => r.Id == claim.Id));
        Assert.Equal((RecordalStatus.Refused, "持营业执照原件核实"), (refused.Status, refused.DecisionReason));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var real = CaseworkHost.Must(await AskAsync(host, "owner", Claimed, "asks"));
        Assert.NotEqual(claim.FirmId, real.FirmId);

        Assert.Equal("recordal.freed-firm", CodeOf(await AskAsync(host, "stranger", Own, "own")));
        var again = CaseworkHost.Must(await AskAsync(host, "stranger", Own, "own", same: true));
        Assert.Equal(claim.FirmId, again.FirmId);
        Assert.Equal(Own, await host.AskAsync(db => db.Firms.Where(f => f.Id == claim.FirmId).Select(f => f.CreditCode).SingleAsync()));
        Assert.Equal(claim.FirmId, await host.AskAsync(db => db.Applications.Where(a => a.Id == draft).Select(a => a.FirmId).SingleAsync()));
    }

    [Fact]
    public async Task It_takes_a_supervisor_or_an_administrator_a_reason_and_a_firm_that_was_never_recorded()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("stranger", Roles.Merchant);
        await host.AddPersonAsync("admin", Roles.Admin);
        CaseworkHost.Must(await AskAsync(host, "stranger", Claimed, "claim"));

        foreach (var user in new[] { "stranger", "examiner", "reviewer", "officer" })
            Assert.Equal("code.not-claimed", CodeOf(await FreeAsync(host, user, "核实")));
        Assert.Equal("reason.required", CodeOf(await FreeAsync(host, "supervisor", " ")));
        Assert.Equal("code.not-claimed", CodeOf(await FreeAsync(host, "supervisor", "核实", Own)));
        Assert.Equal("code.not-claimed", CodeOf(await FreeAsync(host, "supervisor", "核实", "")));
        Assert.Equal("code.recorded", CodeOf(await FreeAsync(host, "supervisor", "核实", "91371721AY4CL12THN")));
        CaseworkHost.Must(await FreeAsync(host, "admin", "核实", $" {Claimed.ToLowerInvariant()} "));
        Assert.Equal("code.not-claimed", CodeOf(await FreeAsync(host, "admin", "核实")));
    }

    [Fact]
    public async Task Who_lost_a_code_cannot_claim_it_again_under_any_firm_and_one_more_firm_leaves_the_freed_one_alone()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("stranger", Roles.Merchant);
        var claim = CaseworkHost.Must(await AskAsync(host, "stranger", Claimed, "claim"));
        CaseworkHost.Must(await FreeAsync(host, "supervisor", "核实"));

        foreach (var same in new bool?[] { null, true, false })
            Assert.Equal("recordal.code-freed", CodeOf(await AskAsync(host, "stranger", Claimed.ToLowerInvariant(), "again", same)));
        var other = CaseworkHost.Must(await AskAsync(host, "stranger", Own, "other", same: false));

        Assert.NotEqual(claim.FirmId, other.FirmId);
        Assert.Equal("", await host.AskAsync(db => db.Firms.Where(f => f.Id == claim.FirmId).Select(f => f.CreditCode).SingleAsync()));
        Assert.Equal("recordal.code-freed", CodeOf(await AskAsync(host, "stranger", Claimed, "still", same: true)));
        var entry = await host.AskAsync(db => db.AuditEvents.SingleAsync(e => e.Action == "recordal.requested" && e.Subject == $"firm:{other.FirmId}"));
        Assert.Contains(Own, entry.DetailJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_told_and_an_end_of_line_counts_once()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("stranger", Roles.Merchant);
        CaseworkHost.Must(await AskAsync(host, "stranger", Claimed, "claim"));

        Assert.Equal("note.too-long", CodeOf(await FreeAsync(host, "supervisor", new('核', FreeCreditCode.ReasonLength + 1))));
        CaseworkHost.Must(await FreeAsync(host, "supervisor", $"{new string('核', 500)}\r\n{new string('实', FreeCreditCode.ReasonLength - 501)}"));
    }

    [Fact]
    public async Task Two_firms_may_be_without_a_code()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("one", Roles.Merchant);
        await host.AddPersonAsync("two", Roles.Merchant);
        CaseworkHost.Must(await AskAsync(host, "one", Claimed, "1"));
        CaseworkHost.Must(await AskAsync(host, "two", Own, "2"));

        CaseworkHost.Must(await FreeAsync(host, "supervisor", "核实"));
        CaseworkHost.Must(await FreeAsync(host, "supervisor", "核实", Own));

        Assert.Equal(2, await host.AskAsync(db => db.Firms.CountAsync(f => f.CreditCode == "")));
        await host.AddPersonAsync("agent", Roles.Agent);
        var mandate = await host.TryAsync<Mandate, GrantMandate>("agent", (grant, viewer, actor) => grant.RequestAsync(
            new() { Id = SampleCentre.IdOf("m"), CreditCode = " ", Purpose = "代理申请", Power = FirmPower.Act, Until = new(2027, 1, 1) }, viewer, actor, default));
        Assert.Contains("mandate.no-such-firm", mandate.Violations.Select(v => v.Code));
        Assert.False((await AskAsync(host, "merchant", " ", "3")).Succeeded);
    }

    private static Task<Casework.Results.Result<Recordal>> AskAsync(CaseworkHost host, string user, string code, string id, bool? same = null) =>
        host.TryAsync<Recordal, RequestRecordal>(user, (request, viewer, actor) => request.ExecuteAsync(Asking(code, SampleCentre.IdOf(id)) with { IsTheFreedFirm = same }, viewer, actor, default));

    private static Task<Casework.Results.Result<Firm>> FreeAsync(CaseworkHost host, string user, string reason, string code = Claimed) =>
        host.TryAsync<Firm, FreeCreditCode>(user, (free, viewer, actor) => free.ExecuteAsync(code, reason, viewer, actor, default));
}
