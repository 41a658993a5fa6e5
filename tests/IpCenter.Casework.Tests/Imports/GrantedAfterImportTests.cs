using IpCenter.Casework.Designs;
using IpCenter.Casework.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tests.Imports;

public sealed class GrantedAfterImportTests
{
    [Fact]
    public async Task A_grant_takes_over_the_design_that_a_bulletin_brought_in_before()
    {
        await using var host = await SampleCentre.StartAsync();
        var imported = SampleCentre.IdOf("imported");
        await host.ChangeAsync(db =>
        {
            db.Designs.Add(new Design
            {
                Id = imported,
                PatentNumber = "ZL202630765432.5",
                OwnerName = "公报所载",
                ProductName = "首饰盒",
                Use = "",
                LocarnoClass = "",
                BriefDescription = "",
                FiledOn = null,
                AnnouncedOn = null,
                ExpiresOn = null,
                Status = DesignStatus.Unknown,
                Source = "公报",
                PublishedAt = CaseworkHost.Monday,
            });
            return Task.CompletedTask;
        });
        var id = await host.FileAsync(1);
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);

        await ApplicationJourneyTests.GrantAsync(host, id);

        var design = await host.AskAsync(db => db.Designs.SingleAsync());
        Assert.Equal((imported, id, DesignStatus.InForce, null), (design.Id, design.ApplicationId, design.Status, design.Source));
        Assert.Equal(SampleCentre.IdOf("firm"), design.FirmId);
        Assert.NotEqual("公报所载", design.OwnerName);
        Assert.Equal(7, await host.AskAsync(db => db.DesignViews.CountAsync(v => v.DesignId == imported && v.ReplacedAt == null)));
    }
}
