using System.IO.Compression;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Infringements;

public sealed class ExportEvidenceTests
{
    [Fact]
    public async Task An_export_holds_the_original_bytes_and_is_part_of_their_custody()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportJourneyTests.ReportAsync(host);
        await host.RunAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var file = CaseworkHost.Must(await ExportAsync(host, "officer", id));

        using var zip = new ZipArchive(new MemoryStream(file.Bytes), ZipArchiveMode.Read);
        using var original = new MemoryStream();
        await zip.Entries.Single(e => e.FullName.Contains("/originals/", StringComparison.Ordinal)).Open().CopyToAsync(original);
        Assert.Equal(Pictures.Screenshot(1), original.ToArray());
        using var custody = new StreamReader(zip.Entries.Single(e => e.Name == "custody.csv").Open());
        Assert.Contains("Exported", await custody.ReadToEndAsync(), StringComparison.Ordinal);
        var last = await host.AskAsync(db => db.CustodyEvents.OrderByDescending(c => c.Id).FirstAsync());
        Assert.Equal((CustodyAction.Exported, "officer"), (last.Action, last.ActorName));
    }

    [Theory]
    [InlineData("merchant")]
    [InlineData("rival")]
    [InlineData("examiner")]
    [InlineData("procurator")]
    [InlineData("clerk-heze")]
    public async Task Originals_do_not_exist_for_those_who_are_not_staff_of_the_case(string user)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportJourneyTests.ReportAsync(host);
        await host.RunAsync();

        Assert.Equal("case.not-found", Assert.Single((await ExportAsync(host, user, id)).Violations).Code);
    }

    [Fact]
    public async Task A_changed_original_is_not_exported()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await ReportJourneyTests.ReportAsync(host);
        await host.RunAsync();
        var sha256 = await host.AskAsync(db => db.EvidenceItems.Select(e => e.Sha256).SingleAsync());
        await File.WriteAllTextAsync(Directory.EnumerateFiles(host.Folder, sha256, SearchOption.AllDirectories).Single(), "other");

        await using var scope = host.Scope();
        var (viewer, actor) = await CaseworkHost.AsAsync(scope.ServiceProvider, "officer");
        var refused = await scope.ServiceProvider.GetRequiredService<ExportEvidence>().AllAsync(id, viewer, actor, default);

        Assert.Equal(ExportEvidence.Changed, Assert.Single(refused.Violations).Code);
    }

    private static Task<Result<ExportedFile>> ExportAsync(CaseworkHost host, string user, Guid id) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<ExportEvidence>().AllAsync(id, viewer, actor, default));
}
