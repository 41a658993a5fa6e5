using IpCenter.Casework.Evidence;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Infringements;

public sealed class StageEvidenceTests
{
    private static readonly Guid Form = SampleCentre.IdOf("form");

    [Fact]
    public async Task Screenshots_that_came_before_belong_to_the_report_that_is_sent_later()
    {
        await using var host = await SampleCentre.StartAsync();
        await StageAsync(host, Pictures.Screenshot(1));
        host.Clock.Advance(TimeSpan.FromMinutes(7));

        var file = CaseworkHost.Must(await SubmitAsync(host));

        var item = await host.AskAsync(db => db.EvidenceItems.SingleAsync());
        Assert.Equal((file.Id, CaseworkHost.Monday), (item.CaseId, item.ReceivedAt));
        Assert.Equal("CX-R-2026-00001", file.Number);
        Assert.Equal("大集汉服源头厂", file.Title);
    }

    [Fact]
    public async Task A_bad_file_is_named_and_the_good_ones_stay()
    {
        await using var host = await SampleCentre.StartAsync();
        await StageAsync(host, Pictures.Screenshot(1));

        var refused = await StageAsync(host, "no picture at all"u8.ToArray(), "notes.txt");

        var violation = Assert.Single(refused.Violations);
        Assert.Equal("files", violation.Field);
        Assert.Contains("notes.txt", violation.Arguments);
        Assert.Equal(1, await host.AskAsync(db => db.EvidenceItems.CountAsync()));
    }

    [Fact]
    public async Task Without_a_screenshot_and_the_declaration_nothing_is_sent_and_both_are_told()
    {
        await using var host = await SampleCentre.StartAsync();

        var refused = await host.DoAsync("merchant", (services, viewer, actor) => services.GetRequiredService<SubmitReport>()
            .ExecuteAsync(ReportJourneyTests.Input(Form) with { DeclaredTrue = false, Platform = "" }, viewer, actor, default));

        Assert.Equal(["declaredTrue", "files", "platform"], refused.Violations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_screenshot_can_be_taken_out_of_a_draft_and_never_out_of_a_report()
    {
        await using var host = await SampleCentre.StartAsync();
        await StageAsync(host, Pictures.Screenshot(1));
        var other = CaseworkHost.Must(await StageAsync(host, Pictures.Screenshot(2)));
        Assert.True((await RemoveAsync(host, other.Id)).Succeeded);
        CaseworkHost.Must(await SubmitAsync(host));
        var kept = await host.AskAsync(db => db.EvidenceItems.SingleAsync());

        Assert.False((await RemoveAsync(host, kept.Id)).Succeeded);
        Assert.Equal(kept.Id, (await host.AskAsync(db => db.EvidenceItems.SingleAsync())).Id);
    }

    [Fact]
    public async Task Nobody_else_adds_to_a_draft()
    {
        await using var host = await SampleCentre.StartAsync();
        await StageAsync(host, Pictures.Screenshot(1));

        var foreign = await host.DoAsync("rival", (services, viewer, actor) => services.GetRequiredService<StageEvidence>().ExecuteAsync(
            Form, SampleCentre.IdOf("rival-firm"), new ReportFile("a.png", Pictures.Screenshot(2)), null, viewer, actor, default));

        Assert.Equal("case.not-found", Assert.Single(foreign.Violations).Code);
    }

    private static Task<Result<EvidenceItem>> StageAsync(CaseworkHost host, byte[] bytes, string name = "直播间.png") =>
        host.DoAsync("merchant", (services, viewer, actor) => services.GetRequiredService<StageEvidence>().ExecuteAsync(
            Form, SampleCentre.IdOf("firm"), new ReportFile(name, bytes), null, viewer, actor, default));

    private static Task<Result<EvidenceItem>> RemoveAsync(CaseworkHost host, Guid evidence) =>
        host.DoAsync("merchant", (services, viewer, _) => services.GetRequiredService<StageEvidence>().RemoveAsync(Form, evidence, viewer, default));

    private static Task<Result<Casework.Cases.CaseFile>> SubmitAsync(CaseworkHost host) =>
        host.DoAsync("merchant", (services, viewer, actor) =>
            services.GetRequiredService<SubmitReport>().ExecuteAsync(ReportJourneyTests.Input(Form), viewer, actor, default));
}
