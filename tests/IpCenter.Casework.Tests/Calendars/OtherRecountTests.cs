using IpCenter.Casework.Audit;
using IpCenter.Casework.Calendars;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Tests.Designs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Calendars;

/// <summary>
/// On 31 December 2026 a formal notice is sent, to be acknowledged on the next working day, 4 January; the office has had a request for
/// an evaluation report since 2 November, and two months end on Saturday, 2 January. The published year is off up to and with the fifth.
/// </summary>
public sealed class OtherRecountTests
{
    private const string Holidays = "2027-01-01 – 2027-01-05 元旦" + CalendarDraftTests.Others;
    private static readonly DateTimeOffset Sent = new(2026, 12, 31, 10, 0, 0, ChinaTime.Offset);
    private static readonly Guid Report = SampleCentre.IdOf("evaluation");

    [Fact]
    public async Task A_notice_that_nobody_acknowledged_follows_once_with_its_record()
    {
        await using var host = await NotifiedAsync();
        Assert.Equal(new DateOnly(2027, 1, 4), await AskedByAsync(host));

        await PublishAsync(host);
        await RoundAsync(host);

        Assert.Equal(0, await RoundAsync(host));
        Assert.Equal(new DateOnly(2027, 1, 6), await AskedByAsync(host));
        var entry = await host.AskAsync(db => db.AuditEvents.SingleAsync(e => e.Action == "notice.recounted"));
        Assert.Contains("\"wasDay\":\"2027-01-04\",\"dueDay\":\"2027-01-06\",\"edition\":\"1\"", entry.DetailJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_was_acknowledged_and_one_whose_day_is_over_stay()
    {
        await using var host = await NotifiedAsync();
        await AcknowledgeAsync(host);
        await PublishAsync(host);
        await RoundAsync(host);
        Assert.Equal(new DateOnly(2027, 1, 4), await AskedByAsync(host));

        await using var late = await NotifiedAsync();
        late.Clock.Set(new DateTimeOffset(2027, 1, 5, 8, 0, 0, ChinaTime.Offset));
        await PublishAsync(late);
        await RoundAsync(late);
        Assert.Equal(new DateOnly(2027, 1, 4), await AskedByAsync(late));
        Assert.Equal(0, await late.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "notice.recounted")));
    }

    [Theory]
    [InlineData(EvaluationRequester.Holder, 1)]
    [InlineData(EvaluationRequester.AccusedInfringer, 0)]
    public async Task The_day_of_an_evaluation_report_follows_and_only_a_holder_who_asked_is_told(EvaluationRequester requester, int told)
    {
        await using var host = await SampleCentre.StartAsync();
        await RequestAsync(host, requester);
        Assert.Equal(new DateOnly(2027, 1, 4), (await ReportAsync(host)).DueOn);

        await PublishAsync(host);
        await RoundAsync(host);

        Assert.Equal(0, await RoundAsync(host));
        var report = await ReportAsync(host);
        Assert.Equal((new DateOnly(2027, 1, 6), 1), (report.DueOn!.Value, report.CalendarEdition));
        Assert.Contains("2027年1月6日", report.WhyZh, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "evaluation.recounted")));
        Assert.Equal(told, await host.AskAsync(db => db.Notices.CountAsync(n => n.Template == "evaluation-recounted")));
    }

    [Fact]
    public async Task A_report_that_is_there_keeps_its_day()
    {
        await using var host = await SampleCentre.StartAsync();
        await RequestAsync(host, EvaluationRequester.Holder);
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<RequestEvaluation>().ConcludeAsync(
            Report, new(new DateOnly(2026, 12, 31), "评 2026-9", EvaluationFinding.NoDefect, ""), null, viewer, actor, default)));

        await PublishAsync(host);
        await RoundAsync(host);

        Assert.Equal(new DateOnly(2027, 1, 4), (await ReportAsync(host)).DueOn);
    }

    [Fact]
    public async Task The_preview_lists_what_the_round_then_moves_and_nothing_else()
    {
        await using var host = await NotifiedAsync();
        await RequestAsync(host, EvaluationRequester.Holder);
        var preview = await PreviewAsync(host);
        Assert.Equal(
            [("notice-acknowledgement", null, "2027-01-04", "2027-01-06"), ("d08-evaluation-report", "ZL202530123456.1", "2027-01-04", "2027-01-06")],
            preview.Moving.OrderBy(m => m.Number, StringComparer.Ordinal).Select(m => (m.RuleKey, m.Number, Day(m.From), Day(m.To!.Value))));
        Assert.Empty(preview.Stuck);

        await PublishAsync(host);
        await RoundAsync(host);

        Assert.Equal(preview.Moving.Count, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action.EndsWith(".recounted"))));
    }

    private static CalendarDraft Draft => CalendarDraftTests.Draft() with { Holidays = Holidays, NoticeDate = new DateOnly(2026, 11, 10) };

    private static async Task<CaseworkHost> NotifiedAsync()
    {
        var host = await SampleCentre.StartAsync();
        host.Clock.Set(Sent);
        await host.DoAsync("examiner", async (services, _, _) =>
        {
            await services.GetRequiredService<NoticeSending>().ToFirmAsync(SampleCentre.IdOf("firm"), null, "refused", [], Sent, default);
            return true;
        });
        return host;
    }

    private static async Task RequestAsync(CaseworkHost host, EvaluationRequester requester)
    {
        host.Clock.Set(Sent);
        var design = await host.PublishAsync(SampleRights.Right());
        await StepAsync(host, (request, viewer, actor) => request.PrepareAsync(Report, design, requester, "某主播", viewer, actor, default));
        await StepAsync(host, (request, viewer, actor) => request.FileAsync(Report, new DateOnly(2026, 11, 1), "PJ-1", viewer, actor, default));
        await StepAsync(host, (request, viewer, actor) => request.ReceiveAsync(Report, new DateOnly(2026, 11, 2), viewer, actor, default));
    }

    private static Task<EvaluationReport> StepAsync(CaseworkHost host, Func<RequestEvaluation, IpCenter.Casework.People.Viewer, Actor, Task<IpCenter.Casework.Results.Result<EvaluationReport>>> step) =>
        host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(await step(services.GetRequiredService<RequestEvaluation>(), viewer, actor)));

    private static async Task AcknowledgeAsync(CaseworkHost host)
    {
        var notice = await host.AskAsync(db => db.Notices.Where(n => n.Template == "refused").Select(n => n.Id).FirstAsync());
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<ReadNotices>().AcknowledgeAsync(notice, viewer, actor, default)));
    }

    private static async Task PublishAsync(CaseworkHost host) => await host.DoAsync("supervisor", async (services, _, actor) => CaseworkHost.Must(
        await services.GetRequiredService<PublishCalendar>().ExecuteAsync(SampleCentre.IdOf("edition"), Draft, "国务院办公厅的通知已公布", actor, default)));

    private static async Task<CalendarPreview> PreviewAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        var now = host.Clock.GetUtcNow();
        var year = (await scope.ServiceProvider.GetRequiredService<PublishCalendar>().ReadAsync(Draft, now, default)).Value;
        return await scope.ServiceProvider.GetRequiredService<CalendarPreviewQuery>().ReadAsync(year, now, default);
    }

    private static async Task<int> RoundAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<CalendarRounds>().RunAsync(host.Clock.GetUtcNow(), default);
    }

    private static async Task<DateOnly> AskedByAsync(CaseworkHost host) =>
        ChinaTime.DateOf((await host.AskAsync(db => db.Notices.Where(n => n.Template == "refused").Select(n => n.AcknowledgeBy).FirstAsync()))!.Value);

    private static Task<EvaluationReport> ReportAsync(CaseworkHost host) => host.AskAsync(db => db.EvaluationReports.SingleAsync());

    private static string Day(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
