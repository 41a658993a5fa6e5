using IpCenter.Casework.Examination;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Quality;

public sealed class ReturnTests
{
    [Fact]
    public async Task A_return_names_known_codes_and_words_and_goes_back_to_the_examiners()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await ApplicationJourneyTests.DecideAsync(host, id, "refuse", "与在先设计无明显区别。");
        await host.RunAsync();
        var task = (await host.TaskAsync(id, "SecondReading")).Id;

        Assert.Equal(["reading.codes", "reading.reason"], Codes(await ReadAsync(host, "reviewer", new(task, "return", [], " "))));
        Assert.Equal(["reading.unknown-code"], Codes(await ReadAsync(host, "reviewer", new(task, "return", ["views", "no-such"], "请看后视图。"))));
        CaseworkHost.Must(await ReadAsync(host, "reviewer", new(task, "return", ["views", "views", "reason"], "请看后视图。")));
        await host.RunAsync();

        var back = await host.AskAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id && d.Outcome == "return"));
        Assert.Equal(["views", "reason"], back.ReturnCodes);
        Assert.Equal("请看后视图。", back.Reason);
        var again = await host.TaskAsync(id, "Examine");
        var seen = await host.DoAsync("examiner", (services, viewer, actor) =>
            services.GetRequiredService<ExaminationCaseQuery>().FindAsync(again.Id, DecideExamination.Tasks, viewer, actor.At, default));
        Assert.Contains(seen!.Decisions, d => d.ReturnCodes.Contains("views"));
        var report = await host.DoAsync("supervisor", (services, viewer, actor) =>
            services.GetRequiredService<Casework.Quality.ReadingsQuery>().ReadAsync(7, viewer, actor.At, default));
        Assert.Equal([("reason", 1), ("views", 1)], report!.ReturnCodes);
        Assert.Equal((1, 1, 0), (report.Returned, report.Refusals, report.Agreed));
        Assert.Equal("examiner", Assert.Single(report.LastReturns).ExaminerName);
    }

    [Fact]
    public async Task The_applicant_whose_case_is_examined_anew_is_told_the_new_date_and_why_and_no_one_else_is()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await ApplicationJourneyTests.DecideAsync(host, id, "refuse", "与在先设计无明显区别。");
        await host.RunAsync();
        Assert.Empty(await host.AskAsync(db => db.Notices.Where(n => n.Template == "examination-again").ToListAsync()));
        CaseworkHost.Must(await ReadAsync(host, "reviewer", new((await host.TaskAsync(id, "SecondReading")).Id, "return", ["views"], "请看后视图。")));
        await host.RunAsync();

        var told = await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == "examination-again"));
        Assert.Equal((SampleCentre.IdOf("merchant"), "2026-11-19", "2026-11-23"), (told.PersonId, told.Arguments["was"], told.Arguments["due"]));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.CaseId == id && e.Action == "deadline.begun-again")));
    }

    [Fact]
    public async Task Nobody_reads_their_own_decision_and_a_confirmation_carries_no_codes()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await host.DoAsync("supervisor", async (services, viewer, actor) =>
        {
            var item = await services.GetRequiredService<TaskDesk>().FindByNameAsync(id, DecideExamination.Tasks, viewer, default);
            return CaseworkHost.Must(await services.GetRequiredService<DecideExamination>().ExecuteAsync(
                new() { WorkItemId = item!.Id, Outcome = "refuse", Reason = "无明显区别。", Points = [] }, viewer, actor, default));
        });
        await host.RunAsync();
        var task = (await host.TaskAsync(id, "SecondReading")).Id;

        Assert.Equal(["second-reading.own-decision"], Codes(await ReadAsync(host, "supervisor", new(task, "confirm", [], ""))));
        CaseworkHost.Must(await ReadAsync(host, "reviewer", new(task, "confirm", ["views"], "")));

        Assert.Empty((await host.AskAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id && d.Outcome == "confirm"))).ReturnCodes);
    }

    private static IEnumerable<string> Codes<T>(Result<T> result) => result.Violations.Select(v => v.Code);

    private static Task<Result<WorkItem>> ReadAsync(CaseworkHost host, string user, ReadingInput input) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<ConfirmSecondReading>().ExecuteAsync(input, viewer, actor, default));
}
