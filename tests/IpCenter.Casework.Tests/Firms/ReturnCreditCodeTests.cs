using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Firms.FirmDesk;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>A code that was freed by mistake comes back, by a person, with a reason and on record.</summary>
public sealed class ReturnCreditCodeTests
{
    private const string Code = "91371721MA3QK8T21U", Own = "91371721MA3T9W6C46";

    [Fact]
    public async Task The_firm_bears_the_code_again_is_told_why_and_may_ask_to_be_recorded()
    {
        await using var host = await SampleCentre.StartAsync();
        var firm = await FreedAsync(host);
        Assert.Equal("recordal.code-freed", CodeOf(await AskAsync(host, "owner", Code, "again")));
        var found = Assert.Single(await FindAsync(host, "supervisor"));
        Assert.Equal((firm, true, "核实有误"), (found.Firm.Id, found.GetsItBack, found.Reason));

        CaseworkHost.Must(await ReturnAsync(host, "supervisor", firm, "持执照原件复核，原释放有误"));

        Assert.Equal(Code, await CodeAsync(host, firm));
        Assert.Contains(ReturnCreditCode.Notice, await host.NoticesOfAsync("owner"));
        Assert.Equal("持执照原件复核，原释放有误", await host.AskAsync(db => db.AuditEvents.Where(e => e.Action == ReturnCreditCode.Returned).Select(e => e.Reason).SingleAsync()));
        var asked = CaseworkHost.Must(await AskAsync(host, "owner", Code, "again"));
        Assert.Equal(firm, asked.FirmId);
        Assert.Empty(await FindAsync(host, "supervisor"));
        Assert.Equal("code.not-freed", CodeOf(await ReturnAsync(host, "supervisor", firm, "再来一次")));
    }

    [Fact]
    public async Task Freed_again_in_the_same_moment_the_last_act_holds()
    {
        await using var host = await SampleCentre.StartAsync();
        var firm = await FreedAsync(host);
        CaseworkHost.Must(await ReturnAsync(host, "admin", firm, "有误"));
        CaseworkHost.Must(await FreeAsync(host));

        Assert.Equal("recordal.code-freed", CodeOf(await AskAsync(host, "owner", Code, "again")));
    }

    [Fact]
    public async Task Of_a_firm_that_goes_on_under_another_code_only_the_bar_is_lifted()
    {
        await using var host = await SampleCentre.StartAsync();
        var firm = await FreedAsync(host);
        CaseworkHost.Must(await AskAsync(host, "owner", Own, "own", same: true));
        Assert.False(Assert.Single(await FindAsync(host, "admin")).GetsItBack);

        CaseworkHost.Must(await ReturnAsync(host, "admin", firm, "两家企业都是该经营者的"));

        Assert.Equal(Own, await CodeAsync(host, firm));
        Assert.NotEqual(firm, CaseworkHost.Must(await AskAsync(host, "owner", Code, "second")).FirmId);
    }

    [Fact]
    public async Task It_takes_a_reason_a_firm_and_a_code_that_nobody_bears_and_nobody_else_may()
    {
        await using var host = await SampleCentre.StartAsync();
        var firm = await FreedAsync(host);

        foreach (var user in new[] { "owner", "examiner", "reviewer", "officer" })
            Assert.Equal("code.not-freed", CodeOf(await ReturnAsync(host, user, firm, "有误")));
        Assert.Equal("reason.required", CodeOf(await ReturnAsync(host, "supervisor", firm, " ")));
        Assert.Equal("note.too-long", CodeOf(await ReturnAsync(host, "supervisor", firm, new('误', FreeCreditCode.ReasonLength + 1))));
        Assert.Equal("code.choose-firm", CodeOf(await ReturnAsync(host, "supervisor", null, "有误")));
        Assert.Equal("code.choose-firm", CodeOf(await ReturnAsync(host, "supervisor", SampleCentre.IdOf("rival-firm"), "有误")));

        await host.AddPersonAsync("other", Roles.Merchant);
        CaseworkHost.Must(await AskAsync(host, "other", Code, "other"));
        Assert.Equal("code.borne", CodeOf(await ReturnAsync(host, "supervisor", firm, "有误")));
        Assert.Equal("", await CodeAsync(host, firm));
    }

    private static async Task<Guid> FreedAsync(CaseworkHost host)
    {
        await host.AddPersonAsync("owner", Roles.Merchant);
        await host.AddPersonAsync("admin", Roles.Admin);
        var claim = CaseworkHost.Must(await AskAsync(host, "owner", Code, "claim"));
        CaseworkHost.Must(await FreeAsync(host));
        return claim.FirmId;
    }

    private static Task<Result<Recordal>> AskAsync(CaseworkHost host, string user, string code, string id, bool? same = null) =>
        host.TryAsync<Recordal, RequestRecordal>(user, (request, viewer, actor) => request.ExecuteAsync(Asking(code, SampleCentre.IdOf(id)) with { IsTheFreedFirm = same }, viewer, actor, default));

    private static Task<Result<Firm>> FreeAsync(CaseworkHost host) =>
        host.TryAsync<Firm, FreeCreditCode>("supervisor", (free, viewer, actor) => free.ExecuteAsync(Code, "核实有误", viewer, actor, default));

    private static Task<Result<Firm>> ReturnAsync(CaseworkHost host, string user, Guid? firm, string reason) =>
        host.TryAsync<Firm, ReturnCreditCode>(user, (back, viewer, actor) => back.ExecuteAsync(Code.ToLowerInvariant(), firm, reason, viewer, actor, default));

    private static Task<IReadOnlyList<FreedCode>> FindAsync(CaseworkHost host, string user) =>
        host.DoAsync(user, (services, viewer, _) => services.GetRequiredService<ReturnCreditCode>().FindAsync(Code, viewer, default));

    private static Task<string> CodeAsync(CaseworkHost host, Guid firm) => host.AskAsync(db => db.Firms.Where(f => f.Id == firm).Select(f => f.CreditCode).SingleAsync());
}
