using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Images;
using IpCenter.Casework.Notices;
using IpCenter.Casework.SavedSearches;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.SavedSearches;

/// <summary>What a watching search finds: all that is new and its owner's to know, each once, also when the process is killed.</summary>
public sealed class WatchTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoFacets = [];

    [Fact]
    public async Task A_new_design_is_a_hit_with_one_notice_and_asking_again_adds_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        await PublishAsync(host, "before", "旧马面裙");
        var search = await SaveAsync(host, "merchant", "马面裙");
        await PublishAsync(host, "first", "织金马面裙");
        await PublishAsync(host, "second", "印花马面裙");
        await PublishAsync(host, "other", "木凳");

        Assert.Equal(2, await WatchAsync(host));
        Assert.Equal(0, await WatchAsync(host));

        Assert.Equal(Ids("first", "second"), await HitsAsync(host, search));
        var notice = Assert.Single(await NoticesAsync(host, "merchant"));
        Assert.Equal(("saved-search-found", "马面裙", "2", $"{search}"),
            (notice.Template, notice.Arguments["title"], notice.Arguments["found"], notice.Arguments["search"]));
    }

    [Fact]
    public async Task What_comes_before_the_last_notice_was_read_is_a_hit_without_another_notice()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "merchant", "马面裙");
        await PublishAsync(host, "first", "织金马面裙");
        await WatchAsync(host);
        await PublishAsync(host, "second", "印花马面裙");
        await WatchAsync(host);
        Assert.Single(await NoticesAsync(host, "merchant"));

        await host.DoAsync("merchant", async (services, viewer, actor) => await services.GetRequiredService<LookAtHits>().ExecuteAsync(
            search, await HitIdsAsync(services, search), viewer.PersonId!.Value, actor.At, default));
        await PublishAsync(host, "third", "刺绣马面裙");
        await WatchAsync(host);

        Assert.Equal(Ids("first", "second", "third"), await HitsAsync(host, search));
        Assert.Equal(2, (await NoticesAsync(host, "merchant")).Count);
    }

    [Fact]
    public async Task Killed_at_the_save_nothing_is_kept_and_the_next_run_finds_it_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "merchant", "马面裙");
        await PublishAsync(host, "first", "织金马面裙");
        // The hits are written, then the position cannot be: as if the process ended between the two.
        await host.AskAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER killed BEFORE UPDATE OF Position ON SavedSearches BEGIN SELECT RAISE(ABORT, 'killed'); END;"));

        await Assert.ThrowsAsync<DbUpdateException>(() => WatchAsync(host));

        Assert.Empty(await HitsAsync(host, search));
        Assert.Empty(await NoticesAsync(host, "merchant"));
        await host.AskAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER killed;"));
        Assert.Equal(1, await WatchAsync(host));
        Assert.Equal(0, await WatchAsync(host));
        Assert.Equal(Ids("first"), await HitsAsync(host, search));
        Assert.Single(await NoticesAsync(host, "merchant"));
    }

    [Fact]
    public async Task Two_nodes_that_ask_at_once_tell_it_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "merchant", "马面裙");
        await PublishAsync(host, "first", "织金马面裙");
        await CatchUpAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(host))));

        Assert.Equal(Ids("first"), await HitsAsync(host, search));
        Assert.Single(await NoticesAsync(host, "merchant"));
    }

    [Fact]
    public async Task An_unpublished_application_is_told_to_examining_staff_and_never_to_another_firm()
    {
        await using var host = await SampleCentre.StartAsync();
        var rivals = await SaveAsync(host, "rival", "首饰盒");
        var owners = await SaveAsync(host, "merchant", "首饰盒");
        var officers = await SaveAsync(host, "officer", "首饰盒");
        var examiners = await SaveAsync(host, "examiner", "首饰盒");
        var byPicture = await SaveAsync(host, "rival", null, Pictures.Product(1));

        var application = await host.FileAsync(1);

        Assert.Equal(1, await WatchAsync(host));
        Assert.Equal([application], await HitsAsync(host, examiners));
        foreach (var search in new[] { rivals, owners, officers, byPicture })
            Assert.Empty(await HitsAsync(host, search));
        foreach (var person in new[] { "rival", "officer" })
            Assert.DoesNotContain(await NoticesAsync(host, person), n => n.Template == SavedSearchNotice.Template);
    }

    [Fact]
    public async Task Who_does_not_examine_any_more_is_told_of_no_application_and_loses_those_found()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "examiner", "首饰盒");
        await host.FileAsync(1);
        await WatchAsync(host);
        await host.ChangeAsync(async db => db.UserRoles.RemoveRange(await db.UserRoles.Where(r => r.UserId == SampleCentre.IdOf("examiner")).ToListAsync()));

        await host.FileAsync(2);

        Assert.Equal(0, await WatchAsync(host));
        var row = await host.DoAsync("examiner", (services, viewer, _) => services.GetRequiredService<SavedSearchesQuery>().FindAsync(search, viewer, default));
        Assert.Equal((0, 0), (row!.Hits, row.New));
    }

    [Fact]
    public async Task A_picture_tells_of_what_is_probably_the_same_and_of_nothing_else()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "merchant", null, Pictures.Screenshot(7));

        await PublishAsync(host, "same", "首饰盒", picture: 7);
        await PublishAsync(host, "different", "首饰盒", picture: 8);

        Assert.Equal(1, await WatchAsync(host));
        Assert.Equal(Ids("same"), await HitsAsync(host, search));
        var hit = await host.AskAsync(db => db.SavedSearchHits.SingleAsync());
        Assert.True(hit.Probability >= SavedSearch.LeastProbability && hit.AgreeingPlaces > 0 && hit.QueryRegion is not null && hit.FoundRegion is not null);
    }

    [Fact]
    public async Task A_picture_that_an_older_version_read_is_read_again_from_its_small_copy()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "merchant", null, Pictures.Product(7));
        await host.ChangeAsync(async db =>
        {
            var picture = await db.SavedSearchPictures.SingleAsync();
            (picture.Features, picture.FeaturesVersion) = ([1, 2, 3], "older");
        });

        await PublishAsync(host, "same", "首饰盒", picture: 7);

        Assert.Equal(1, await WatchAsync(host));
        Assert.Equal(Ids("same"), await HitsAsync(host, search));
    }

    [Fact]
    public async Task A_picture_that_was_read_again_is_not_read_again_the_next_time()
    {
        await using var host = await SampleCentre.StartAsync();
        await SaveAsync(host, "merchant", null, Pictures.Product(7));
        await host.ChangeAsync(async db =>
        {
            var picture = await db.SavedSearchPictures.SingleAsync();
            (picture.Features, picture.FeaturesVersion) = ([1, 2, 3], "older");
        });

        await PublishAsync(host, "different", "木凳");

        Assert.Equal(0, await WatchAsync(host));
        Assert.Equal(FeatureExtractor.Version, await host.AskAsync(db => db.SavedSearchPictures.Select(p => p.FeaturesVersion).SingleAsync()));
    }

    [Fact]
    public async Task The_design_of_the_application_that_was_searched_with_is_nothing_new()
    {
        await using var host = await SampleCentre.StartAsync();
        var own = await host.DraftAsync(1);
        var search = await SaveAsync(host, "merchant", "马面裙", excluded: IndexedDocuments.IdOf(IndexedKind.Application, own));

        await PublishAsync(host, "own", "织金马面裙", application: own);
        await PublishAsync(host, "another", "印花马面裙");

        Assert.Equal(1, await WatchAsync(host));
        Assert.Equal(Ids("another"), await HitsAsync(host, search));
    }

    [Theory]
    [InlineData("(马面裙", "search.words")]
    [InlineData("马面裙", null)]
    public async Task Words_are_read_before_they_are_saved_also_while_the_index_cannot_be_opened(string words, string? code)
    {
        await using var host = await SampleCentre.StartAsync();
        using var other = SearchIndex.Open(Path.Combine(host.Folder, "index"));

        var saved = await host.DoAsync("merchant", (services, viewer, actor) => services.GetRequiredService<SaveSearch>().ExecuteAsync(
            new(SampleCentre.IdOf("search"), "裙", new(words, NoFacets, null, null), [], null, Watch: true, 0), viewer, actor, default));

        Assert.Equal(code, saved.Violations.SingleOrDefault()?.Code);
    }

    [Fact]
    public async Task A_resting_search_asks_nothing_and_goes_on_with_what_comes_afterwards()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "merchant", "马面裙");
        await SetWatchAsync(host, search, false);
        await PublishAsync(host, "meanwhile", "织金马面裙");
        Assert.Equal(0, await WatchAsync(host));

        await SetWatchAsync(host, search, true);
        await PublishAsync(host, "afterwards", "印花马面裙");

        Assert.Equal(1, await WatchAsync(host));
        Assert.Equal(Ids("afterwards"), await HitsAsync(host, search));
    }

    [Fact]
    public async Task A_search_that_goes_on_while_the_index_is_behind_is_not_told_of_what_was_there()
    {
        await using var host = await SampleCentre.StartAsync();
        var search = await SaveAsync(host, "merchant", "马面裙");
        await SetWatchAsync(host, search, false);
        await PublishAsync(host, "old", "织金马面裙");

        // The index has not seen the old one yet, as after a new start with an empty directory.
        await SetWatchAsync(host, search, true, catchUp: false);

        Assert.Equal(0, await WatchAsync(host));
        Assert.Empty(await HitsAsync(host, search));
    }

    [Fact]
    public async Task A_search_that_fails_keeps_no_other_from_being_asked()
    {
        await using var host = await SampleCentre.StartAsync();
        var broken = await SaveAsync(host, "rival", null, Pictures.Product(7));
        var whole = await SaveAsync(host, "merchant", "马面裙");
        await host.ChangeAsync(async db => (await db.SavedSearchPictures.SingleAsync()).Features = [1, 2, 3]);
        await PublishAsync(host, "first", "织金马面裙");

        await Assert.ThrowsAnyAsync<Exception>(() => WatchAsync(host));

        Assert.Empty(await HitsAsync(host, broken));
        Assert.Equal(Ids("first"), await HitsAsync(host, whole));
    }

    [Fact]
    public async Task A_design_that_only_changed_is_not_new()
    {
        await using var host = await SampleCentre.StartAsync();
        await PublishAsync(host, "old", "织金马面裙");
        var search = await SaveAsync(host, "merchant", "马面裙");

        await host.ChangeAsync(async db =>
        {
            (await db.Designs.SingleAsync()).Status = DesignStatus.Invalidated;
            db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = SampleCentre.IdOf("old"), At = host.Clock.GetUtcNow() });
        });

        Assert.Equal(0, await WatchAsync(host));
        Assert.Empty(await HitsAsync(host, search));
    }

    [Fact]
    public async Task What_came_after_the_results_were_shown_and_before_they_were_saved_is_new()
    {
        await using var host = await SampleCentre.StartAsync();
        await CatchUpAsync(host);
        var shown = Index(host).Index.Position;
        await PublishAsync(host, "between", "织金马面裙");
        await CatchUpAsync(host);

        var search = await SaveAsync(host, "merchant", "马面裙", seen: shown);

        Assert.Equal(1, await WatchAsync(host));
        Assert.Equal(Ids("between"), await HitsAsync(host, search));
    }

    private static Guid[] Ids(params string[] designs) => [.. designs.Select(SampleCentre.IdOf).Order()];

    private static async Task<Guid> SaveAsync(CaseworkHost host, string user, string? words, byte[]? picture = null, long seen = long.MaxValue, string? excluded = null)
    {
        await CatchUpAsync(host);
        var id = SampleCentre.IdOf($"search:{user}:{words}:{picture?.Length}");
        await host.DoAsync(user, async (services, viewer, actor) =>
        {
            List<PictureToKeep> pictures = [];
            if (picture is not null)
            {
                var read = CaseworkHost.Must(await services.GetRequiredService<ReadPictureQuery>().ExecuteAsync(picture, "a.png", default));
                pictures.Add(new(read.Features, read.Thumbnail, null));
            }
            return CaseworkHost.Must(await services.GetRequiredService<SaveSearch>().ExecuteAsync(
                new(id, words ?? "图片", new(words, NoFacets, null, null), pictures, excluded, Watch: true, seen), viewer, actor, default));
        });
        return id;
    }

    private static Task<SavedSearch> SetWatchAsync(CaseworkHost host, Guid search, bool watch, bool catchUp = true) => host.DoAsync("merchant", async (services, _, actor) =>
    {
        if (catchUp)
            await CatchUpAsync(host);
        return CaseworkHost.Must(await services.GetRequiredService<ChangeSavedSearch>().WatchAsync(search, watch, actor, default));
    });

    private static async Task PublishAsync(CaseworkHost host, string key, string product, int? picture = null, Guid? application = null)
    {
        await using var scope = host.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var now = host.Clock.GetUtcNow();
        var id = SampleCentre.IdOf(key);
        db.Designs.Add(new Design
        {
            Id = id,
            ApplicationId = application,
            PatentNumber = $"ZL{key}",
            OwnerName = "曹县乙公司",
            ProductName = product,
            Use = "",
            LocarnoClass = "02-02",
            BriefDescription = "",
            FiledOn = new DateOnly(2026, 10, 8),
            AnnouncedOn = new DateOnly(2026, 11, 16),
            ExpiresOn = new DateOnly(2041, 10, 8),
            PublishedAt = now,
        });
        if (picture is { } seed)
        {
            var image = CaseworkHost.Must(await scope.ServiceProvider.GetRequiredService<ReceiveImage>().ExecuteAsync(
                Pictures.Product(seed), "front.png", Audit.Actor.System(now, "published"), default));
            db.DesignViews.Add(new DesignView { Id = SampleCentre.IdOf($"view:{key}"), DesignId = id, DesignNumber = 1, Position = "Front", ImageId = image.Id });
        }
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = id, At = now });
        await db.SaveChangesAsync();
    }

    private static async Task<int> WatchAsync(CaseworkHost host)
    {
        await CatchUpAsync(host);
        return await RunAsync(host);
    }

    private static async Task<int> RunAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<WatchSearches>().RunAsync(host.Clock.GetUtcNow(), default);
    }

    private static Task<int> CatchUpAsync(CaseworkHost host) => Index(host).CatchUpAsync(default);

    private static DesignIndex Index(CaseworkHost host)
    {
        using var scope = host.Scope();
        return scope.ServiceProvider.GetRequiredService<DesignIndex>();
    }

    private static Task<Guid[]> HitsAsync(CaseworkHost host, Guid search) => host.AskAsync(async db =>
        (await db.SavedSearchHits.Where(h => h.SearchId == search).Select(h => h.SubjectId).ToListAsync()).Order().ToArray());

    private static async Task<IReadOnlyList<Guid>> HitIdsAsync(IServiceProvider services, Guid search) =>
        await services.GetRequiredService<CaseworkDbContext>().SavedSearchHits.Where(h => h.SearchId == search).Select(h => h.Id).ToListAsync();

    private static Task<List<Notice>> NoticesAsync(CaseworkHost host, string user) =>
        host.AskAsync(db => db.Notices.Where(n => n.PersonId == SampleCentre.IdOf(user)).ToListAsync());
}
