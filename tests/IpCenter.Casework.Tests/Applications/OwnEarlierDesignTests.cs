using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>The same pictures in two of a firm's applications are one design filed twice, unless the other one gave it up.</summary>
public sealed class OwnEarlierDesignTests
{
    [Fact]
    public async Task The_same_pictures_are_named_with_the_number_of_the_other_case()
    {
        await using var host = await SampleCentre.StartAsync();
        var earlier = await host.FileAsync(1);
        var again = await CopyOfAsync(host, earlier);

        Assert.Equal([(await NumberAsync(host, earlier))!], (await ReadAsync(host, again)).SamePictures);
    }

    [Theory]
    [InlineData("withdrawn", null, false)]
    [InlineData("refused", null, false)]
    // It never came to the office, so the firm files it there anew, or here.
    [InlineData("left-fast-lane", null, false)]
    // It is at the office, without the fast lane.
    [InlineData("left-fast-lane", "202630765432.5", true)]
    [InlineData("granted", "202630765432.5", true)]
    public async Task What_was_given_up_may_be_filed_again(string outcome, string? officeNumber, bool named)
    {
        await using var host = await SampleCentre.StartAsync();
        var earlier = await host.FileAsync(1);
        var again = await CopyOfAsync(host, earlier);
        await host.ChangeAsync(async db =>
        {
            (await db.Cases.SingleAsync(c => c.Id == earlier)).Close(outcome, host.Clock.GetUtcNow());
            if (officeNumber is not null)
                (await db.Applications.SingleAsync(a => a.Id == earlier)).RecordFiling(officeNumber, new(2026, 11, 16), new(2026, 11, 16));
        });

        Assert.Equal(named, (await ReadAsync(host, again)).SamePictures.Count == 1);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task Pictures_of_a_design_that_the_other_no_longer_counts_may_be_filed_by_themselves(int counted, bool named)
    {
        await using var host = await SampleCentre.StartAsync();
        var earlier = await host.FileAsync(1);
        var again = await host.DraftAsync(2);
        // The earlier application shows as its second design what the draft shows as its only one.
        await host.ChangeAsync(async db =>
        {
            foreach (var view in await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == again).ToListAsync())
                db.ApplicationViews.Add(new ApplicationView
                {
                    Id = SampleCentre.IdOf($"second:{view.Position}"),
                    ApplicationId = earlier,
                    DesignNumber = 2,
                    Position = view.Position,
                    ImageId = view.ImageId,
                    AddedAt = view.AddedAt,
                    Round = 0,
                });
            var application = await db.Applications.SingleAsync(a => a.Id == earlier);
            application.Save(application.Form with { Kind = ApplicationKind.SimilarDesigns, DesignCount = counted }, application.DraftStep, host.Clock.GetUtcNow());
        });

        Assert.Equal(named, (await ReadAsync(host, again)).SamePictures.Count == 1);
    }

    [Fact]
    public async Task Another_firms_application_is_never_named()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.FileAsync(1, "rival", "rival-firm");
        var own = await host.DraftAsync(1);

        var found = await ReadAsync(host, own);

        Assert.Empty(found.SamePictures);
        Assert.Empty(found.Alike);
    }

    /// <summary>A draft of the same firm that shows the very pictures of an application.</summary>
    private static async Task<Guid> CopyOfAsync(CaseworkHost host, Guid earlier)
    {
        var again = await host.DraftAsync(2);
        await host.ChangeAsync(async db =>
        {
            var images = await db.ApplicationViews.Where(v => v.ApplicationId == earlier).ToDictionaryAsync(v => v.Position, v => v.ImageId);
            foreach (var view in await db.ApplicationViews.Where(v => v.ApplicationId == again).ToListAsync())
                db.Entry(view).Property(v => v.ImageId).CurrentValue = images[view.Position];
        });
        return again;
    }

    private static Task<string?> NumberAsync(CaseworkHost host, Guid id) => host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());

    private static async Task<OwnEarlier> ReadAsync(CaseworkHost host, Guid id)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<OwnEarlierDesigns>()
            .ReadAsync(await host.AskAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == id)), default);
    }
}
