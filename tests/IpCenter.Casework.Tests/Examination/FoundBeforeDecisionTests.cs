using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Examination;

/// <summary>What the software found is judged by a person before a case passes, by whoever examines it, and by nobody afterwards.</summary>
public sealed class FoundBeforeDecisionTests
{
    [Fact]
    public async Task A_case_does_not_pass_over_a_probable_look_alike_that_nobody_judged()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var (weak, probable) = (await AddLeadAsync(host, id, 0.49), await AddLeadAsync(host, id, DecideExamination.Probable));

        Assert.Equal([("decision.leads-unjudged", "outcome")], Faults(await PassAsync(host, id)));
        Assert.Equal(0, await host.AskAsync(db => db.Decisions.CountAsync()));
        CaseworkHost.Must(await JudgeAsync(host, "examiner", probable, LeadJudgement.NotRelevant));

        CaseworkHost.Must(await PassAsync(host, id));
        Assert.Equal(LeadJudgement.Open, await host.AskAsync(db => db.PriorDesignLeads.Where(l => l.Id == weak).Select(l => l.Judgement).SingleAsync()));
    }

    [Fact]
    public async Task A_case_does_not_pass_over_a_blocking_remark_until_somebody_says_why_it_is_wrong()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await AddRemarkAsync(host, id, Severity.Warn);
        var blocking = await AddRemarkAsync(host, id, Severity.Block);

        Assert.Equal([("decision.blocks-stand", "outcome")], Faults(await PassAsync(host, id)));
        CaseworkHost.Must(await OverruleAsync(host, "examiner", blocking, "图片上是灯光的反光，不影响。"));

        CaseworkHost.Must(await PassAsync(host, id));
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("correct")]
    public async Task What_stands_hinders_no_other_decision(string outcome)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await AddLeadAsync(host, id, 0.99);
        await AddRemarkAsync(host, id, Severity.Block);

        await ApplicationJourneyTests.DecideAsync(host, id, outcome, "与在先设计无明显区别。", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));

        Assert.Equal(outcome, await host.AskAsync(db => db.Decisions.Select(d => d.Outcome).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_judges_in_a_case_that_a_colleague_examines_nor_in_one_that_is_decided()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var (lead, remark) = (await AddLeadAsync(host, id, 0.9), await AddRemarkAsync(host, id, Severity.Block));
        var task = await host.TaskAsync(id, "Examine");
        CaseworkHost.Must(await host.DoAsync("examiner", (services, viewer, actor) => services.GetRequiredService<TaskDesk>().TakeAsync(task.Id, viewer, actor, default)));

        Assert.Equal("task.taken", Faults(await JudgeAsync(host, "examiner2", lead, LeadJudgement.NotRelevant)).Single().Code);
        Assert.Equal("task.taken", Faults(await OverruleAsync(host, "examiner2", remark, "不影响。")).Single().Code);
        CaseworkHost.Must(await JudgeAsync(host, "examiner", lead, LeadJudgement.NotRelevant));
        CaseworkHost.Must(await OverruleAsync(host, "examiner", remark, "不影响。"));
        await ApplicationJourneyTests.DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
        await host.RunAsync();

        Assert.Equal("examination.over", Faults(await JudgeAsync(host, "examiner", lead, LeadJudgement.Relevant)).Single().Code);
        Assert.Equal("examination.over", Faults(await OverruleAsync(host, "examiner", remark, "看错了。")).Single().Code);
        Assert.Equal(LeadJudgement.NotRelevant, await host.AskAsync(db => db.PriorDesignLeads.Where(l => l.Id == lead).Select(l => l.Judgement).SingleAsync()));
    }

    [Fact]
    public async Task What_a_second_reader_reads_is_changed_by_the_second_reader_alone()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var lead = await AddLeadAsync(host, id, 0.9);
        await ApplicationJourneyTests.DecideAsync(host, id, "refuse", "与在先设计无明显区别。");
        await host.RunAsync();
        await host.TaskAsync(id, "SecondReading");

        Assert.Equal("examination.not-yours", Faults(await JudgeAsync(host, "examiner", lead, LeadJudgement.NotRelevant)).Single().Code);
        Assert.Equal("examination.not-yours", Faults(await JudgeAsync(host, "examiner2", lead, LeadJudgement.NotRelevant)).Single().Code);
        CaseworkHost.Must(await JudgeAsync(host, "reviewer", lead, LeadJudgement.Relevant));
    }

    [Fact]
    public async Task Too_many_words_are_refused_with_the_most_that_may_be()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var (lead, remark) = (await AddLeadAsync(host, id, 0.9), await AddRemarkAsync(host, id, Severity.Block));

        var judged = await JudgeAsync(host, "examiner", lead, LeadJudgement.Relevant, new string('长', 1001));
        var overruled = await OverruleAsync(host, "examiner", remark, new string('长', 1001));

        Assert.Equal(["1000"], judged.Violations.Single(v => v.Code == "note.too-long").Arguments);
        Assert.Equal(["1000"], overruled.Violations.Single(v => v.Code == "note.too-long").Arguments);
        Assert.Equal("decision.choose", Faults(await JudgeAsync(host, "examiner", lead, (LeadJudgement)9)).Single().Code);
    }

    [Fact]
    public async Task Whoever_keeps_out_of_a_firms_cases_reads_nothing_of_what_was_found_beside_them()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var lead = await AddLeadAsync(host, id, 0.9);
        var task = (await host.TaskAsync(id, "Examine")).Id;
        await host.RecuseAsync("examiner2", "firm");

        var (kept, why, beside) = await ReadAsync(host, "examiner2", task, lead);
        Assert.Null(kept);
        Assert.Equal("task.own-firm", why?.Code);
        Assert.Empty(beside);
        (kept, why, beside) = await ReadAsync(host, "examiner", task, lead);
        Assert.NotNull(kept);
        Assert.Null(why);
        Assert.Single(beside);
        (kept, why, _) = await ReadAsync(host, "rival", task, lead);
        Assert.Null(kept);
        Assert.Null(why);
    }

    [Fact]
    public async Task Of_a_firm_that_a_viewer_keeps_out_of_a_look_alike_is_counted_and_not_shown_and_a_colleague_judges_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var rival = await host.FileAsync(7, "rival", "rival-firm");
        var (theirs, another) = (await AddLeadAsync(host, id, 0.9, rival), await AddLeadAsync(host, id, 0.3));
        var task = (await host.TaskAsync(id, "Examine")).Id;
        await host.RecuseAsync("examiner", "rival-firm");

        var (kept, _, beside) = await ReadAsync(host, "examiner", task, another);
        Assert.Equal((another, 1), (Assert.Single(kept!.Leads).Lead.Id, kept.KeptOutLeads));
        Assert.Equal(another, Assert.Single(beside).Lead.Id);
        (kept, _, _) = await ReadAsync(host, "examiner2", task, another);
        Assert.Equal((2, 0), (kept!.Leads.Count, kept.KeptOutLeads));

        // What one may not see one may not pass over either.
        Assert.Equal("decision.leads-unjudged", Faults(await PassAsync(host, id)).Single().Code);
        Assert.False((await JudgeAsync(host, "examiner", theirs, LeadJudgement.NotRelevant)).Succeeded);
        CaseworkHost.Must(await JudgeAsync(host, "examiner2", theirs, LeadJudgement.NotRelevant));
        CaseworkHost.Must(await PassAsync(host, id));
    }

    private static IEnumerable<(string Code, string? Field)> Faults<T>(Result<T> result) => result.Violations.Select(v => (v.Code, v.Field));

    private static Task<(ExaminationCase? Case, RuleViolation? Why, IReadOnlyList<ExaminedLead> Beside)> ReadAsync(CaseworkHost host, string user, Guid task, Guid lead) =>
        host.DoAsync(user, async (services, viewer, actor) =>
        {
            var query = services.GetRequiredService<ExaminationCaseQuery>();
            return (
                await query.FindAsync(task, DecideExamination.Tasks, viewer, actor.At, default),
                await query.KeptOutAsync(task, DecideExamination.Tasks, viewer, actor.At, default),
                await query.LeadsBesideAsync(lead, viewer, actor.At, default));
        });

    private static Task<Result<WorkItem>> PassAsync(CaseworkHost host, Guid id) => host.DoAsync("examiner", async (services, viewer, actor) =>
    {
        var item = await services.GetRequiredService<TaskDesk>().FindByNameAsync(id, DecideExamination.Tasks, viewer, default);
        return await services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new() { WorkItemId = item!.Id, Outcome = "pass", Reason = "", Points = [] }, viewer, actor, default);
    });

    private static Task<Result<PriorDesignLead>> JudgeAsync(CaseworkHost host, string user, Guid lead, LeadJudgement judgement, string? note = null) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<JudgeLead>().ExecuteAsync(lead, judgement, note, viewer, actor, default));

    private static Task<Result<ApplicationRemark>> OverruleAsync(CaseworkHost host, string user, Guid remark, string reason) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<OverruleRemark>().ExecuteAsync(remark, reason, viewer, actor, default));

    private static async Task<Guid> AddLeadAsync(CaseworkHost host, Guid id, double probability, Guid? found = null)
    {
        var lead = Guid.NewGuid();
        await host.ChangeAsync(async db =>
        {
            var view = await db.ApplicationViews.FirstAsync(v => v.ApplicationId == id && v.ReplacedAt == null);
            db.PriorDesignLeads.Add(new PriorDesignLead
            {
                Id = lead,
                ApplicationId = id,
                Round = 0,
                ViewId = view.Id,
                FoundId = found ?? Guid.NewGuid(),
                FoundImageId = view.ImageId,
                IsUnpublished = true,
                FoundTitle = "木质首饰盒",
                FoundNumber = "CX-D-2026-00007",
                Probability = probability,
                MatchingViews = 1,
                Score = probability,
                QueryRegion = null,
                FoundRegion = null,
                Mirrored = false,
                FoundAt = host.Clock.GetUtcNow(),
            });
        });
        return lead;
    }

    private static async Task<Guid> AddRemarkAsync(CaseworkHost host, Guid id, Severity severity)
    {
        var remark = Guid.NewGuid();
        await host.ChangeAsync(db =>
        {
            db.ApplicationRemarks.Add(new ApplicationRemark
            {
                Id = remark,
                ApplicationId = id,
                Round = 0,
                RuleId = "IMG-04",
                Severity = severity,
                Place = "designs[1].views[主视图]",
                MessageZh = "有反光。",
                MessageEn = "There is glare.",
                FixZh = "请重拍。",
                FixEn = "Take it again.",
                Basis = "专利审查指南第一部分第三章4.2.3",
                At = host.Clock.GetUtcNow(),
            });
            return Task.CompletedTask;
        });
        return remark;
    }
}
