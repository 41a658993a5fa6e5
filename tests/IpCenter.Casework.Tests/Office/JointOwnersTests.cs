using IpCenter.Casework.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tests.Office;

/// <summary>A right that several applied for belongs to all of them.</summary>
public sealed class JointOwnersTests
{
    [Fact]
    public async Task The_register_names_every_owner_in_the_order_of_the_request()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        await host.ChangeAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == id);
            application.Save(application.Form with { Applicants = [application.Form.Applicants[0] with { Name = "甲公司" }, application.Form.Applicants[0] with { Name = "乙公司" }] }, application.DraftStep, host.Clock.GetUtcNow());
        });

        await ApplicationJourneyTests.GrantAsync(host, id);

        var design = await host.AskAsync(db => db.Designs.SingleAsync(d => d.ApplicationId == id));
        Assert.Equal(("甲公司、乙公司", 2), (design.OwnerName, design.OwnerCount));
    }
}
