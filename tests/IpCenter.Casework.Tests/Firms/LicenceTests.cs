using System.Text;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>Whoever is recorded acts for the firm from then on: an officer looks at its licence, and at the one that is there.</summary>
public sealed class LicenceTests
{
    private static readonly Guid Asked = SampleCentre.IdOf("asked");

    [Fact]
    public async Task A_request_is_approved_on_the_licence_that_was_looked_at_or_with_a_reason()
    {
        await using var host = await StartAsync();
        var first = await SupplyAsync(host, "newcomer", "licence");

        Assert.Equal("recordal.licence-unread", Code(await DecideAsync(host, "examiner", RecordalAnswer.Of(RecordalStatus.Approved))));
        Assert.Equal("recordal.licence-changed", Code(await DecideAsync(host, "examiner", RecordalAnswer.ApprovedOnLicence)));
        var second = await SupplyAsync(host, "newcomer", "another licence");
        Assert.Equal("recordal.licence-changed", Code(await DecideAsync(host, "examiner", RecordalAnswer.ApprovedOnLicence with { LicenceId = first.Value.Id })));
        Assert.True((await DecideAsync(host, "examiner", RecordalAnswer.ApprovedOnLicence with { LicenceId = second.Value.Id })).Succeeded);

        Assert.Equal(2, await host.AskAsync(db => db.RecordalPapers.CountAsync()));
        Assert.Equal("recordal.decided", Code(await SupplyAsync(host, "newcomer", "too late")));
        var kept = (await host.AskAsync(db => db.Recordals.AsNoTracking().SingleAsync(r => r.Id == Asked))).Assessment!.Single(c => c.Key == CriterionKeys.Licence);
        Assert.Equal((CriterionVerdict.Unknown, CriterionVerdict.Met), (kept.Verdict, kept.Standing));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "企业在本中心有原件存档")]
    public async Task The_original_at_the_counter_or_a_written_reason_does_as_well(bool seen, string? reason)
    {
        await using var host = await StartAsync();

        Assert.True((await DecideAsync(host, "examiner", seen ? RecordalAnswer.ApprovedOnLicence : RecordalAnswer.Of(RecordalStatus.Approved, reason))).Succeeded);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_only_the_firms_owners_send_one()
    {
        await using var host = await StartAsync();
        var first = await SupplyAsync(host, "newcomer", "licence");

        Assert.Equal(first.Value.Id, (await SupplyAsync(host, "newcomer", "licence")).Value.Id);
        Assert.Equal("recordal.not-found", Code(await SupplyAsync(host, "rival", "mine")));
        Assert.Equal("recordal.not-found", Code(await SupplyAsync(host, "examiner", "mine")));
    }

    [Theory]
    [InlineData("newcomer", null)]
    [InlineData("examiner", null)]
    [InlineData("examiner2", "task.own-firm")]
    [InlineData("rival", "recordal.not-found")]
    [InlineData("officer", "recordal.not-found")]
    public async Task The_licence_is_the_owners_and_the_examining_staffs_and_nobodys_who_keeps_out(string user, string? refused)
    {
        await using var host = await StartAsync();
        var paper = await SupplyAsync(host, "newcomer", "licence");
        var firm = await host.AskAsync(db => db.Recordals.Where(r => r.Id == Asked).Select(r => r.FirmId).SingleAsync());
        await host.ChangeAsync(db =>
        {
            db.Recusals.Add(new() { Id = Guid.NewGuid(), PersonId = SampleCentre.IdOf("examiner2"), FirmId = firm, Reason = "亲属", DeclaredAt = host.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });

        var handed = await host.TryAsync<HandedDocument, HandOutLicence>(user, (use, viewer, actor) => use.ExecuteAsync(Asked, paper.Value.Id, viewer, actor, default));

        Assert.Equal(refused, handed.Succeeded ? null : Code(handed));
        if (handed.Succeeded)
            Assert.Equal("licence", Encoding.UTF8.GetString(handed.Value.Bytes));
        else if (user == "examiner2")
            Assert.Equal("task.own-firm", Code(await DecideAsync(host, user, RecordalAnswer.ApprovedOnLicence with { LicenceId = paper.Value.Id })));
    }

    private static async Task<CaseworkHost> StartAsync()
    {
        var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("newcomer", Roles.Merchant);
        CaseworkHost.Must(await host.TryAsync<Recordal, RequestRecordal>("newcomer", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking("91371721MA3QK8T21U", Asked), viewer, actor, default)));
        return host;
    }

    private static Task<Result<RecordalPaper>> SupplyAsync(CaseworkHost host, string user, string content) => host.DoAsync(user, async (services, viewer, actor) =>
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var sha256 = await services.GetRequiredService<OriginalsVault>().StoreAsync(bytes, default);
        return await services.GetRequiredService<SupplyLicence>().ExecuteAsync(
            Asked, new CheckedFile("营业执照.pdf", DocumentFileFormat.Pdf, bytes.Length, sha256), viewer, actor, default);
    });

    private static Task<Result<Recordal>> DecideAsync(CaseworkHost host, string user, RecordalAnswer answer) =>
        host.TryAsync<Recordal, DecideRecordal>(user, (use, viewer, actor) => use.ExecuteAsync(Asked, answer, viewer, actor, default));

    private static string Code<T>(Result<T> result) => result.Violations.Single().Code;
}
