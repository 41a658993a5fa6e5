using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using IpCenter.Casework.Tasks;
using IpCenter.Testing;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Journeys;

public sealed class ReportJourneyTests
{
    private const int Copied = 1;

    [Fact]
    public async Task A_screenshot_of_a_published_design_is_sealed_and_put_beside_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var design = await PublishAsync(host);
        var id = await ReportAsync(host);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await host.RunAsync();

        var item = await host.AskAsync(db => db.EvidenceItems.SingleAsync(e => e.CaseId == id));
        Assert.NotNull(item.SealedAt);
        Assert.Equal(Pictures.Screenshot(Copied), await ReadOriginalAsync(host, item.Sha256));
        var match = await host.AskAsync(db => db.ReportMatches.Where(m => m.ReportId == id).OrderByDescending(m => m.Probability).FirstAsync());
        Assert.Equal(design, match.DesignId);
        Assert.NotNull(match.EvidenceRegion);
        Assert.Equal("Triage", await StageAsync(host, id));
        Assert.Equal(
            [CustodyAction.Received, CustodyAction.Sealed],
            await host.AskAsync(db => db.CustodyEvents.Where(c => c.EvidenceId == item.Id).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => c.Action).ToListAsync()));
    }

    [Fact]
    public async Task The_platform_route_waits_for_the_answer_and_ends_with_the_goods_taken_down()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        await host.RunAsync();

        await RouteAsync(host, id, "Triage", "platform");
        var notice = await host.TaskAsync(id, "SignPlatformNotice");
        await MustAsync<SignPlatformNotice, WorkItem>(host, "officer", (sign, v, a) => sign.ExecuteAsync(notice.Id, "sent", true, "", v, a, default));
        Assert.Equal("PlatformResponse", await StageAsync(host, id));
        await MustAsync<RecordPlatformAnswer, CaseFile>(host, "officer", (record, v, a) => record.ExecuteAsync(id, "平台来函", v, a, default));
        var result = await host.TaskAsync(id, "RecordPlatformResult");
        await MustAsync<FinishTask, WorkItem>(host, "officer", (finish, v, a) => finish.ExecuteAsync(result.Id, "removed", "链接已失效", v, a, default));

        Assert.Equal("removed", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Outcome);
        Assert.Equal(SampleCentre.IdOf("officer"), (await host.AskAsync(db => db.InfringementReports.SingleAsync(r => r.Id == id))).NoticeSignedBy);
    }

    [Fact]
    public async Task A_notice_that_nobody_signed_is_not_sent()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        await host.RunAsync();
        await RouteAsync(host, id, "Triage", "platform");
        var notice = await host.TaskAsync(id, "SignPlatformNotice");

        var refused = await host.DoAsync("officer", (services, viewer, actor) =>
            services.GetRequiredService<SignPlatformNotice>().ExecuteAsync(notice.Id, "sent", false, "", viewer, actor, default));

        Assert.Equal("notice.sign", Assert.Single(refused.Violations).Code);
        Assert.Equal("PlatformNotice", await StageAsync(host, id));
    }

    [Fact]
    public async Task The_court_route_opens_a_referral_of_its_own()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        await host.RunAsync();

        await RouteAsync(host, id, "Triage", "court");

        var referral = await host.AskAsync(db => db.Referrals.SingleAsync(r => r.ReportId == id));
        Assert.StartsWith("CX-", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == referral.Id))).Number, StringComparison.Ordinal);
        Assert.Equal("Court", await StageAsync(host, id));
    }

    [Fact]
    public async Task A_report_that_nobody_touched_until_midnight_is_the_supervisors()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        await host.RunAsync();
        var triage = await host.TaskAsync(id, "Triage");
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 23, 59, 59, TimeSpan.FromHours(8)), triage.DueAt);

        host.Clock.Set(triage.WarnAt!.Value.AddMinutes(1));
        await host.RunAsync();
        host.Clock.Set(triage.DueAt!.Value.AddMinutes(1));
        await host.RunAsync();

        Assert.Equal(Queues.Supervision, (await host.TaskAsync(id, "TriageOverdueReport")).Queue);
        Assert.Contains("same-day-breach", await host.AskAsync(db => db.Notices.Where(n => n.CaseId == id).Select(n => n.Template).ToListAsync()));
    }

    [Fact]
    public async Task A_changed_original_stops_the_sealing_as_an_incident()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        var sha256 = await host.AskAsync(db => db.EvidenceItems.Where(e => e.CaseId == id).Select(e => e.Sha256).SingleAsync());
        var path = Directory.EnumerateFiles(host.Folder, sha256, SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(path, Pictures.Screenshot(2));

        await RunIntoIncidentAsync(host);

        var wait = await host.AskAsync(db => db.WorkflowWaits.SingleAsync(w => w.IsIncident));
        Assert.Equal("SealEvidence", wait.Name);
        Assert.Null((await host.AskAsync(db => db.EvidenceItems.SingleAsync(e => e.CaseId == id))).SealedAt);
        Assert.Equal("Sealing", await StageAsync(host, id));
    }

    [Fact]
    public async Task An_urgent_report_is_the_procurators_until_they_answer_then_a_route_is_chosen()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        await host.RunAsync();
        await using (var scope = host.Scope())
        {
            var (viewer, _) = await CaseworkHost.AsAsync(scope.ServiceProvider, "procurator");
            Assert.Null(await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(id, viewer, default));
        }

        await RouteAsync(host, id, "Triage", "urgent");
        var alert = await host.TaskAsync(id, AnswerAlert.Task);
        Assert.Contains("procurator-alert", await host.AskAsync(db => db.Notices.Where(n => n.CaseId == id).Select(n => n.Template).ToListAsync()));
        await MustAsync<AnswerAlert, WorkItem>(host, "procurator", (answer, v, a) => answer.ExecuteAsync(alert.Id, "补充购买证据，支持起诉", v, a, default));
        await RouteAsync(host, id, "ChooseRoute", "mediation");

        Assert.Equal("Mediation", await StageAsync(host, id));
        var report = await host.AskAsync(db => db.InfringementReports.SingleAsync(r => r.Id == id));
        Assert.Equal((true, "mediation", "补充购买证据，支持起诉"), (report.IsUrgent, report.Route, report.ProcuratorGuidance));
    }

    [Fact]
    public async Task A_withdrawn_report_ends_and_leaves_nothing_to_do()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        await host.RunAsync();

        await MustAsync<WithdrawCase, CaseFile>(host, "merchant", (withdraw, v, a) => withdraw.ExecuteAsync(id, "已与对方谈妥", v, a, default));

        Assert.Equal("withdrawn", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Outcome);
        Assert.Equal(0, await host.AskAsync(db => db.WorkItems.CountAsync(w => w.CaseId == id && w.CompletedAt == null && w.CancelledAt == null)));
    }

    [Fact]
    public async Task Reporting_twice_with_one_form_reports_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportAsync(host);
        await ReportAsync(host, id);

        Assert.Equal(1, await host.AskAsync(db => db.WorkflowInstances.CountAsync()));
        Assert.Equal(1, await host.AskAsync(db => db.EvidenceItems.CountAsync()));
    }

    internal static async Task<Guid> ReportAsync(CaseworkHost host, Guid? id = null)
    {
        var input = Input(id ?? SampleCentre.IdOf("report")) with { Files = [new ReportFile("直播间.png", Pictures.Screenshot(Copied))] };
        return (await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<SubmitReport>().ExecuteAsync(input, viewer, actor, default)))).Id;
    }

    internal static ReportInput Input(Guid id) => new()
    {
        Id = id,
        FirmId = SampleCentre.IdOf("firm"),
        Platform = "douyin",
        LinkOrRoom = "https://v.douyin.com/iRNBho5k",
        Account = "大集汉服源头厂",
        SeenAt = CaseworkHost.Monday.AddMinutes(-5),
        Description = "",
        OwnDesignId = null,
        DeclaredTrue = true,
        DeviceTime = CaseworkHost.Monday.AddSeconds(-2),
        Files = [],
    };

    private static async Task RouteAsync(CaseworkHost host, Guid id, string task, string outcome)
    {
        var item = await host.TaskAsync(id, task);
        await MustAsync<DecideRoute, WorkItem>(host, "officer", (decide, v, a) => decide.ExecuteAsync(item.Id, outcome, "事实清楚", v, a, default));
    }

    private static async Task<T> MustAsync<TUseCase, T>(
        CaseworkHost host, string user, Func<TUseCase, People.Viewer, Audit.Actor, Task<Result<T>>> act) where TUseCase : notnull
    {
        var done = await host.DoAsync(user, async (services, viewer, actor) =>
            CaseworkHost.Must(await act(services.GetRequiredService<TUseCase>(), viewer, actor)));
        await host.RunAsync();
        return done;
    }

    private static async Task<Guid> PublishAsync(CaseworkHost host)
    {
        var application = await host.FileAsync(Copied);
        await ApplicationJourneyTests.DecideAsync(host, application, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, application);
        await ApplicationJourneyTests.GrantAsync(host, application);
        return (await host.AskAsync(db => db.Designs.SingleAsync(d => d.ApplicationId == application))).Id;
    }

    private static async Task<byte[]> ReadOriginalAsync(CaseworkHost host, string sha256)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<OriginalsVault>().ReadAsync(sha256, default);
    }

    /// <summary>Lets the runner try, wait and try again until it gives up and asks for a person.</summary>
    private static async Task RunIntoIncidentAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        var runner = scope.ServiceProvider.GetRequiredService<WorkflowRunner>();
        for (var tries = 0; tries < 50 && !await host.AskAsync(db => db.WorkflowWaits.AnyAsync(w => w.IsIncident)); tries++)
        {
            await runner.RunOnceAsync(default);
            host.Clock.Advance(TimeSpan.FromMinutes(30));
        }
    }

    private static async Task<string> StageAsync(CaseworkHost host, Guid id) =>
        (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Stage;
}
