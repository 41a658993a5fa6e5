using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>Pictures of which nobody has said yet which view they are: nothing is lost, and each change can be taken back.</summary>
public sealed class TrayTests : IAsyncLifetime
{
    private CaseworkHost _host = null!;
    private Guid _draft;

    public async Task InitializeAsync()
    {
        _host = await SampleCentre.StartAsync();
        _draft = SampleCentre.IdOf("tray-draft");
        await DoAsync((services, viewer, actor) => services.GetRequiredService<StartDraft>().ExecuteAsync(_draft, SampleCentre.IdOf("firm"), viewer, actor, default));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Pictures_lie_in_the_tray_in_the_order_in_which_they_came_and_are_no_part_of_the_application()
    {
        var (first, second) = (await ReceiveAsync(1), await ReceiveAsync(2));

        Assert.Equal([first, second], await TrayAsync());
        Assert.Empty(await PlacesAsync());
    }

    [Fact]
    public async Task The_same_picture_sent_again_is_taken_once()
    {
        await ReceiveAsync(1);

        Assert.Null(await DoAsync((services, viewer, actor) =>
            services.GetRequiredService<AddToTray>().ExecuteAsync(_draft, 1, "again.png", Pictures.Product(1), viewer, actor, default)));
        Assert.Single(await TrayAsync());
        Assert.Equal(1, await _host.AskAsync(db => db.Images.CountAsync()));
    }

    [Fact]
    public async Task A_placed_picture_leaves_the_tray_and_what_lay_in_its_place_comes_back()
    {
        var (first, second) = (await ReceiveAsync(1), await ReceiveAsync(2));
        await PlaceAsync(new Placement(first, 1, "Front"));
        var image = (await PlacesAsync())["Front"];

        await PlaceAsync(new Placement(second, 1, "Front"));

        Assert.NotEqual(image, (await PlacesAsync())["Front"]);
        var back = Assert.Single(await TrayAsync());
        Assert.Equal(image, await _host.AskAsync(db => db.TrayPictures.Where(p => p.Id == back).Select(p => p.ImageId).SingleAsync()));
    }

    [Fact]
    public async Task Several_pictures_are_placed_together_or_not_at_all()
    {
        var (first, second) = (await ReceiveAsync(1), await ReceiveAsync(2));

        Assert.Equal("view.unknown-place", (await RefusedAsync(Place(new(first, 1, "Front"), new(second, 1, "Attic")))).Code);
        Assert.Equal("view.unknown-place", (await RefusedAsync(Place(new(first, 1, "Front"), new(second, 2, "Back")))).Code);
        Assert.Equal("view.not-found", (await RefusedAsync(Place(new(first, 1, "Front"), new(Guid.Empty, 1, "Back")))).Code);
        Assert.Empty(await PlacesAsync());

        await PlaceAsync(new(first, 1, "Front"), new(second, 1, "Back"));

        Assert.Equal(["Back", "Front"], (await PlacesAsync()).Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await TrayAsync());
    }

    [Fact]
    public async Task A_picture_that_is_moved_to_a_place_takes_back_that_nothing_is_there()
    {
        var left = await ReceiveAsync(1);
        await PlaceAsync(new Placement(left, 1, "Left"));
        await DoAsync((services, viewer, actor) => services.GetRequiredService<SaveDraft>().ExecuteAsync(
            _draft, form => form with { Brief = form.Brief with { OmittedViews = [new(ViewKind.Back, OmissionReason.NoDesignPoint), new(ViewKind.Top, OmissionReason.NoDesignPoint)] } },
            "views", viewer, actor, default));
        var view = await _host.AskAsync(db => db.ApplicationViews.SingleAsync(v => v.Position == "Left" && v.ReplacedAt == null));

        await DoAsync((services, viewer, actor) => services.GetRequiredService<RemoveView>().MoveAsync(_draft, view.Id, "Back", viewer, actor, default));

        var omitted = await _host.AskAsync(async db => (await db.Applications.SingleAsync(a => a.Id == _draft)).Form.Brief.OmittedViews);
        Assert.Equal(ViewKind.Top, Assert.Single(omitted).View);
        Assert.Equal(["Back"], (await PlacesAsync()).Keys);
    }

    [Theory]
    [InlineData("Variation9", true)]
    [InlineData("Variation10", true)]
    [InlineData("Variation99", true)]
    [InlineData("Variation100", false)]
    [InlineData("Variation01", false)]
    [InlineData("Sideways", false)]
    public void Of_a_kind_there_are_as_many_places_as_two_digits_number(string position, bool known) => Assert.Equal(known, ViewPositions.IsKnown(position.Replace("Variation", nameof(ViewKind.ChangedState), StringComparison.Ordinal)));

    [Fact]
    public async Task Every_change_is_taken_back_one_after_the_other()
    {
        var (first, second) = (await ReceiveAsync(1), await ReceiveAsync(2));
        await PlaceAsync(new(first, 1, "Left"), new(second, 1, "Right"));
        var before = await PlacesAsync();
        var left = await _host.AskAsync(db => db.ApplicationViews.SingleAsync(v => v.Position == "Left" && v.ReplacedAt == null));
        await DoAsync((services, viewer, actor) => services.GetRequiredService<RemoveView>().MoveAsync(_draft, left.Id, "Right", viewer, actor, default));
        await DoAsync((services, viewer, actor) => services.GetRequiredService<RemoveView>().ExecuteAsync(_draft, left.Id, viewer, actor, default));
        Assert.Single(await PlacesAsync());

        await UndoAsync();
        Assert.Equal(2, (await PlacesAsync()).Count);
        await UndoAsync();
        Assert.Equal(before, await PlacesAsync());
        await UndoAsync();
        Assert.Equal([first, second], await TrayAsync());
        Assert.Empty(await PlacesAsync());
        await UndoAsync();
        Assert.Equal([first], await TrayAsync());
        await UndoAsync();
        Assert.Empty(await TrayAsync());
        Assert.Equal("view.nothing-to-undo", (await RefusedAsync((services, viewer, actor) => services.GetRequiredService<ArrangementLog>().UndoAsync(_draft, null, viewer, actor, default))).Code);
    }

    [Fact]
    public async Task A_picture_that_is_not_wanted_goes_and_can_come_back()
    {
        var picture = await ReceiveAsync(1);
        await DoAsync((services, viewer, actor) => services.GetRequiredService<PlaceFromTray>().DiscardAsync(_draft, picture, viewer, actor, default));
        Assert.Empty(await TrayAsync());

        await UndoAsync();

        Assert.Equal([picture], await TrayAsync());
    }

    [Fact]
    public async Task Another_firm_can_neither_fill_nor_empty_the_tray()
    {
        var picture = await ReceiveAsync(1);

        foreach (var refused in new[]
        {
            await RefusedAsync(Place(new Placement(picture, 1, "Front")), "rival"),
            await RefusedAsync((services, viewer, actor) => services.GetRequiredService<PlaceFromTray>().DiscardAsync(_draft, picture, viewer, actor, default), "rival"),
            await RefusedAsync((services, viewer, actor) => services.GetRequiredService<AddToTray>().ExecuteAsync(_draft, 1, "a.png", Pictures.Product(3), viewer, actor, default), "rival"),
            await RefusedAsync((services, viewer, actor) => services.GetRequiredService<ArrangementLog>().UndoAsync(_draft, null, viewer, actor, default), "rival"),
        })
            Assert.Equal("case.not-found", refused.Code);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_with_its_name()
    {
        var refused = await RefusedAsync((services, viewer, actor) =>
            services.GetRequiredService<AddToTray>().ExecuteAsync(_draft, 1, "bill.pdf", "%PDF-1.7"u8.ToArray(), viewer, actor, default));

        Assert.StartsWith("image.", refused.Code, StringComparison.Ordinal);
        Assert.Equal(("tray", "bill.pdf"), (refused.Field, refused.Arguments[0]));
    }

    private async Task<Guid> ReceiveAsync(int seed) =>
        (await DoAsync((services, viewer, actor) => services.GetRequiredService<AddToTray>().ExecuteAsync(_draft, 1, $"IMG_{seed}.png", Pictures.Product(seed), viewer, actor, default)))!.Id;

    private Task<DesignApplication> PlaceAsync(params Placement[] placements) => DoAsync(Place(placements));

    private Func<IServiceProvider, Viewer, Actor, Task<Result<DesignApplication>>> Place(params Placement[] placements) =>
        (services, viewer, actor) => services.GetRequiredService<PlaceFromTray>().ExecuteAsync(_draft, placements, viewer, actor, default);

    private Task<DesignApplication> UndoAsync() => DoAsync((services, viewer, actor) => services.GetRequiredService<ArrangementLog>().UndoAsync(_draft, null, viewer, actor, default));

    private async Task<T> DoAsync<T>(Func<IServiceProvider, Viewer, Actor, Task<Result<T>>> work)
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        return await _host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(await work(services, viewer, actor)));
    }

    private Task<RuleViolation> RefusedAsync<T>(Func<IServiceProvider, Viewer, Actor, Task<Result<T>>> work, string user = "merchant") =>
        _host.DoAsync(user, async (services, viewer, actor) => Assert.Single((await work(services, viewer, actor)).Violations));

    private Task<List<Guid>> TrayAsync() => _host.AskAsync(db =>
        db.TrayPictures.Where(p => p.ApplicationId == _draft && p.LeftAt == null).OrderBy(p => p.Sequence).Select(p => p.Id).ToListAsync());

    private Task<Dictionary<string, Guid>> PlacesAsync() => _host.AskAsync(db =>
        db.ApplicationViews.Where(v => v.ApplicationId == _draft && v.ReplacedAt == null).ToDictionaryAsync(v => v.Position, v => v.ImageId));
}
