using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Office;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Office;

/// <summary>The ways of a case between the pass and the register, as people go them.</summary>
internal static class GrantDesk
{
    public const string Number = "202630765432.5";

    public static DateOnly Today(this CaseworkHost host) => ChinaTime.DateOf(host.Clock.GetUtcNow());

    /// <summary>Filed at the office, which accepted it on a day.</summary>
    public static async Task<Guid> AcceptedAsync(this CaseworkHost host, DateOnly? acceptedOn = null)
    {
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        var item = await host.TaskAsync(id, RecordOfficeFiling.Task);
        var on = acceptedOn ?? host.Today();
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(item.Id, Number, on, on, viewer, actor, default)));
        await host.RunAsync();
        return id;
    }

    /// <summary>Marked, and the notice of grant received on a day: it waits for the registration.</summary>
    public static async Task<Guid> GrantNoticeAsync(this CaseworkHost host, DateOnly? receivedOn = null)
    {
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        await ApplicationJourneyTests.MarkAsync(host, id);
        CaseworkHost.Must(await host.TellNoticeAsync(id, receivedOn ?? host.Today()));
        await host.RunAsync();
        return id;
    }

    public static async Task<Result<WorkItem>> TellNoticeAsync(this CaseworkHost host, Guid id, DateOnly? receivedOn)
    {
        var item = await host.TaskAsync(id, "RecordOfficeDecision");
        return await host.DoAsync("examiner", (services, viewer, actor) =>
            services.GetRequiredService<RecordGrantNotice>().ExecuteAsync(item.Id, receivedOn, "", viewer, actor, default));
    }

    public static async Task<Result<DesignApplication>> RegisterAsync(this CaseworkHost host, Guid id, DateOnly? on, bool withProof = true, bool promises = false, string user = "merchant")
    {
        await using var scope = host.Scope();
        var proof = withProof ? CaseworkHost.Must(await scope.ServiceProvider.GetRequiredService<ReadDocument>().ExecuteAsync(Papers.Pdf("registered"), "登记.pdf", "proof", default)) : null;
        return await host.DoAsync(user, (services, viewer, actor) =>
            services.GetRequiredService<RecordRegistration>().ExecuteAsync(id, new(on, proof, promises), viewer, actor, default));
    }

    public static async Task<Result<WorkItem>> AnswerAsync(this CaseworkHost host, Guid id, string task, string outcome, DateOnly? announcedOn = null, string reason = "", string user = "examiner", DateOnly? noticeOn = null)
    {
        var item = await host.TaskAsync(id, task);
        return await host.DoAsync(user, (services, viewer, actor) =>
            services.GetRequiredService<RecordOfficeDecision>().ExecuteAsync(item.Id, new(outcome, Number, announcedOn, reason, noticeOn), viewer, actor, default));
    }

    public static async Task<RegistrationDue> RegistrationDueAsync(this CaseworkHost host, Guid id)
    {
        await using var scope = host.Scope();
        return scope.ServiceProvider.GetRequiredService<RegistrationDuty>().Of(await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id)))!;
    }

    public static Task<string> StageAsync(this CaseworkHost host, Guid id) => host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Stage).SingleAsync());

    /// <summary>What the firm and the staff were told, in the order of time, each template once a moment.</summary>
    public static async Task<List<(string, string)>> ToldAsync(this CaseworkHost host, string about) =>
    [
        .. (await host.AskAsync(db => db.Notices.Where(n => n.Template.StartsWith(about)).OrderBy(n => n.SentAt).ToListAsync()))
            .Select(n => (n.Template, ChinaTime.Local(n.SentAt).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)))
            .Distinct(),
    ];
}
