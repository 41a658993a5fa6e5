using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Designs.SampleRights;

namespace IpCenter.Casework.Tests.EvaluationReports;

public sealed class EvaluationTests
{
    private static readonly Guid Id = SampleCentre.IdOf("evaluation");

    [Fact]
    public async Task A_request_goes_its_way_and_the_office_has_two_months_from_receipt()
    {
        await using var host = await SampleCentre.StartAsync();
        var design = await host.PublishAsync(Right());

        var report = CaseworkHost.Must(await PrepareAsync(host, "merchant", design, EvaluationRequester.Holder));
        Assert.Equal((2400m, "曹县firm有限公司"), (report.FeeCny, report.RequesterName));
        Assert.Equal("evaluation.step", Assert.Single((await DoAsync(host, (request, viewer, actor) => request.ReceiveAsync(Id, Today, viewer, actor, default))).Violations).Code);
        CaseworkHost.Must(await DoAsync(host, (request, viewer, actor) => request.FileAsync(Id, new DateOnly(2026, 10, 30), "PJ-1", viewer, actor, default)));
        var early = Assert.Single((await DoAsync(host, (request, viewer, actor) => request.ReceiveAsync(Id, new DateOnly(2026, 10, 29), viewer, actor, default))).Violations);
        Assert.Equal(("evaluation.too-early", "on", "2026-10-30"), (early.Code, early.Field, early.Arguments[0]));

        // Two months from 2 November end on Saturday, 2 January 2027: a day off.
        var received = CaseworkHost.Must(await DoAsync(host, (request, viewer, actor) => request.ReceiveAsync(Id, new DateOnly(2026, 11, 2), viewer, actor, default)));
        Assert.True(received.DueOn > new DateOnly(2027, 1, 2));
        Assert.Contains("第63条", received.WhyZh);
        Assert.False(await IsThereAsync(host, design));

        CaseworkHost.Must(await DoAsync(host, (request, viewer, actor) =>
            request.ConcludeAsync(Id, new(Today, "评 2026-9", EvaluationFinding.NoDefect, ""), Pdf, viewer, actor, default)));
        Assert.True(await IsThereAsync(host, design));
    }

    [Fact]
    public async Task One_report_is_made_for_a_right_and_after_a_withdrawal_another_may_be_asked_for()
    {
        await using var host = await SampleCentre.StartAsync();
        var design = await host.PublishAsync(Right());
        CaseworkHost.Must(await PrepareAsync(host, "merchant", design, EvaluationRequester.Holder));

        Assert.Equal("evaluation.one-only", Assert.Single((await PrepareAsync(host, "examiner", design, EvaluationRequester.Holder, SampleCentre.IdOf("other"))).Violations).Code);
        CaseworkHost.Must(await DoAsync(host, (request, viewer, actor) => request.WithdrawAsync(Id, "改由平台提交", viewer, actor, default)));
        CaseworkHost.Must(await PrepareAsync(host, "examiner", design, EvaluationRequester.Holder, SampleCentre.IdOf("other")));
        Assert.Equal(2, await host.AskAsync(db => db.EvaluationReports.CountAsync()));
    }

    [Fact]
    public async Task Who_is_accused_asks_through_the_centre_by_name()
    {
        await using var host = await SampleCentre.StartAsync();
        var design = await host.PublishAsync(Right());

        Assert.Equal(("evaluation.not-holder", "requester"), Refusal(await PrepareAsync(host, "merchant", design, EvaluationRequester.AccusedInfringer)));
        Assert.Equal(("field.required", "requesterName"), Refusal(await PrepareAsync(host, "examiner", design, EvaluationRequester.AccusedInfringer)));
        Assert.Equal(("case.not-found", null), Refusal(await PrepareAsync(host, "rival", design, EvaluationRequester.Holder)));
    }

    [Fact]
    public async Task What_the_accused_asked_for_is_no_affair_of_the_holder()
    {
        await using var host = await SampleCentre.StartAsync();
        var design = await host.PublishAsync(Right());
        CaseworkHost.Must(await host.DoAsync("examiner", (services, viewer, actor) => services.GetRequiredService<RequestEvaluation>().PrepareAsync(
            Id, design, EvaluationRequester.AccusedInfringer, "某主播", viewer, actor, default)));

        var withdrawn = await DoAsync(host, (request, viewer, actor) => request.WithdrawAsync(Id, "不要", viewer, actor, default));

        Assert.Equal("case.not-found", Assert.Single(withdrawn.Violations).Code);
        Assert.Equal(EvaluationState.Prepared, (await host.AskAsync(db => db.EvaluationReports.SingleAsync())).State);
    }

    private static (string, string?) Refusal(Result<EvaluationReport> result) => (Assert.Single(result.Violations).Code, result.Violations[0].Field);

    private static Task<Result<EvaluationReport>> PrepareAsync(CaseworkHost host, string user, Guid design, EvaluationRequester requester, Guid? id = null) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<RequestEvaluation>().PrepareAsync(id ?? Id, design, requester, "", viewer, actor, default));

    private static Task<Result<EvaluationReport>> DoAsync(
        CaseworkHost host, Func<RequestEvaluation, IpCenter.Casework.People.Viewer, IpCenter.Casework.Audit.Actor, Task<Result<EvaluationReport>>> step) =>
        host.DoAsync("merchant", (services, viewer, actor) => step(services.GetRequiredService<RequestEvaluation>(), viewer, actor));

    private static Task<bool> IsThereAsync(CaseworkHost host, Guid design) =>
        host.DoAsync("officer", (services, _, _) => services.GetRequiredService<EvaluationReportsQuery>().IsThereAsync(design, default));
}
