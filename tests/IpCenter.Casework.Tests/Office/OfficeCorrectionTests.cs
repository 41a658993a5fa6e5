using IpCenter.Casework.Applications;
using IpCenter.Casework.Office;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Office;

/// <summary>Who may still correct what was told of the filing, and what a correction may not do.</summary>
public sealed class OfficeCorrectionTests
{
    private const string Another = "202630765434.4";

    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task Of_a_case_that_is_over_only_a_supervisor_corrects_the_number_so_that_its_owner_may_use_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.AcceptedAsync();
        await host.ChangeAsync(async db => (await db.Cases.SingleAsync(c => c.Id == id)).Close("withdrawn", host.Clock.GetUtcNow()));

        foreach (var user in new[] { "merchant", "examiner" })
            Assert.Equal("office.not-correctable", Assert.Single((await CorrectAsync(host, id, user, Another, Monday)).Violations).Code);
        Assert.Equal("case.not-found", Assert.Single((await CorrectAsync(host, id, "rival", Another, Monday)).Violations).Code);
        CaseworkHost.Must(await CorrectAsync(host, id, "supervisor", Another, Monday));

        Assert.Equal(Another, (await ReadAsync(host, id)).OfficeNumber);
        var entry = await host.AskAsync(db => db.AuditEvents.SingleAsync(e => e.Action == "office.filing-corrected"));
        Assert.Equal(("看错了", SampleCentre.IdOf("supervisor")), (entry.Reason, entry.PersonId));
    }

    [Fact]
    public async Task A_firm_does_not_make_its_own_payment_late_the_centre_does_with_the_notice_before_its_eyes()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(CaseworkHost.Monday);
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        host.Clock.Set(CaseworkHost.Monday.AddDays(2));
        var item = await host.TaskAsync(id, RecordOfficeFiling.Task);
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<RecordOfficeFiling>()
            .ExecuteAsync(item.Id, GrantDesk.Number, Monday, Monday.AddDays(1), viewer, actor, default)));
        await host.RunAsync();
        // Accepted on the Tuesday, paid on the Wednesday: the last day. Accepted on the Monday it would have been one day late.
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordFeePayment>().ExecuteAsync(id, new(Monday.AddDays(2), null, PromisesProof: true), viewer, actor, default)));

        var refused = await CorrectAsync(host, id, "merchant", GrantDesk.Number, Monday);
        Assert.Equal(("office.correction-by-centre", "acceptedOn"), (Assert.Single(refused.Violations).Code, refused.Violations[0].Field));
        Assert.Equal(Monday.AddDays(1), (await ReadAsync(host, id)).OfficeAcceptedOn);
        CaseworkHost.Must(await CorrectAsync(host, id, "merchant", Another, Monday, accepted: Monday.AddDays(1)));

        CaseworkHost.Must(await CorrectAsync(host, id, "examiner", Another, Monday));
        Assert.Equal(Monday, (await ReadAsync(host, id)).OfficeAcceptedOn);
    }

    private static Task<DesignApplication> ReadAsync(CaseworkHost host, Guid id) => host.AskAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == id));

    private static Task<Result<DesignApplication>> CorrectAsync(
        CaseworkHost host, Guid id, string user, string number, DateOnly filed, DateOnly? accepted = null) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<CorrectOfficeFiling>()
            .ExecuteAsync(id, new(number, filed, accepted ?? filed), "看错了", viewer, actor, default));
}
