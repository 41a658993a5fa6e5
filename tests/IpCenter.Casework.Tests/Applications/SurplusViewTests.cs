using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>A design that was taken out of the application is no part of it: it stays a secret.</summary>
public sealed class SurplusViewTests
{
    [Fact]
    public async Task A_design_left_out_in_a_correction_is_put_aside_and_never_published()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await ApplicationJourneyTests.DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
        await host.RunAsync();
        await host.SaveAsync(id, form => form with { Kind = ApplicationKind.SimilarDesigns, DesignCount = 2 });
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<AddView>().ExecuteAsync(id, 2, "Front", "Front.png", Pictures.Product(9, 0), viewer, actor, default)));
        await host.SaveAsync(id, form => form with { Kind = ApplicationKind.SingleDesign, DesignCount = 1 });

        await ApplicationJourneyTests.ResubmitAsync(host, id);
        await host.RunAsync();

        var second = await host.AskAsync(db => db.ApplicationViews.SingleAsync(v => v.ApplicationId == id && v.DesignNumber == 2));
        Assert.NotNull(second.ReplacedAt);
        Assert.Equal(7, await host.AskAsync(db => db.ApplicationViews.CountAsync(v => v.ApplicationId == id && v.ReplacedAt == null)));
        await PassAndGrantAsync(host, id);
        Assert.Equal(Enumerable.Repeat(1, 7), await PublishedAsync(host, id));
    }

    [Fact]
    public async Task What_the_form_does_not_count_is_not_published_whatever_way_it_came_in()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await host.ChangeAsync(async db =>
        {
            var front = await db.ApplicationViews.FirstAsync(v => v.ApplicationId == id && v.Position == "Front");
            db.ApplicationViews.Add(new ApplicationView
            {
                Id = SampleCentre.IdOf("surplus"),
                ApplicationId = id,
                DesignNumber = 2,
                Position = "Front",
                ImageId = front.ImageId,
                AddedAt = front.AddedAt,
                Round = 0,
            });
        });

        await PassAndGrantAsync(host, id);

        Assert.Equal(Enumerable.Repeat(1, 7), await PublishedAsync(host, id));
    }

    private static async Task PassAndGrantAsync(CaseworkHost host, Guid id)
    {
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
        await ApplicationJourneyTests.GrantAsync(host, id);
    }

    private static Task<List<int>> PublishedAsync(CaseworkHost host, Guid id) => host.AskAsync(db => (
        from design in db.Designs
        join view in db.DesignViews on design.Id equals view.DesignId
        where design.ApplicationId == id
        select view.DesignNumber).ToListAsync());
}
