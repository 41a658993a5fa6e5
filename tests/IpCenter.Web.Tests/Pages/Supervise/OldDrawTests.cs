using IpCenter.Casework.People;
using IpCenter.Casework.Quality;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;

namespace IpCenter.Web.Tests.Pages.Supervise;

/// <summary>A draw that was made before the trail held draws.</summary>
public sealed class OldDrawTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task It_says_in_words_why_it_can_be_recomputed_only_in_part()
    {
        var task = await factory.FileAsync("old-draw");
        var now = factory.Clock.GetUtcNow();
        var seed = SampleSeed.Make(SampleSeed.PeriodOf(IpCenter.Casework.Clocks.ChinaTime.DateOf(now)), now);
        var number = seed.NumberOf(task.CaseId, 1);
        await factory.WithDatabaseAsync(async db =>
        {
            db.SampleSeeds.Add(seed);
            db.SampleDraws.Add(new SampleDraw
            {
                Id = Guid.NewGuid(),
                CaseId = task.CaseId,
                Round = 0,
                Attempt = 1,
                ExaminerId = null,
                ExaminerName = "王老师",
                LocarnoClass = "06-01",
                Outcome = "pass",
                Stratum = "usual",
                Share = 0.1,
                Period = seed.Period,
                Number = number,
                Result = number < 0.1 ? DrawResult.Drawn : DrawResult.NotDrawn,
                At = now,
            });
            await db.SaveChangesAsync();
        });

        foreach (var (language, said, never) in new[] { ("zh-CN", "不能证明记录此后未被改动", "验算不符"), ("en", "neither “the same” nor “different”", "differs when recomputed") })
        {
            using var client = await factory.SignedInAsAsync(Roles.Supervisor, language);
            var text = (await client.GetPageAsync("/supervise/readings")).QuerySelector("main")!.Text();
            Assert.Contains(said, text, StringComparison.Ordinal);
            Assert.DoesNotContain(never, text, StringComparison.Ordinal);
        }
    }
}
