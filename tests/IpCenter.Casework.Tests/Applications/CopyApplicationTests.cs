using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

public sealed class CopyApplicationTests
{
    private static readonly Guid Copy = SampleCentre.IdOf("copy");

    [Fact]
    public async Task An_ended_application_becomes_a_draft_without_what_belongs_to_its_day()
    {
        await using var host = await SampleCentre.StartAsync();
        var source = await EndedAsync(host);

        Assert.True((await CopyAsync(host, source, withPictures: true)).Succeeded);

        var draft = await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == Copy));
        Assert.Equal(("首饰盒", "用于收纳首饰。", "王秀云"), (draft.Form.ProductName, draft.Form.Brief.Use, Assert.Single(draft.Form.Designers).Name));
        Assert.Equal(new DisclosureFacts(), draft.Form.Disclosure);
        Assert.False(draft.Form.Promised);
        Assert.Empty(draft.Form.Priorities);
        Assert.Equal(7, await host.AskAsync(db => db.ApplicationViews.CountAsync(v => v.ApplicationId == Copy)));
        Assert.True(await host.AskAsync(async db => (await db.Cases.SingleAsync(c => c.Id == Copy)).IsDraft));
    }

    [Fact]
    public async Task Pictures_come_along_only_if_wanted_and_twice_is_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var source = await EndedAsync(host);

        await CopyAsync(host, source, withPictures: false);
        Assert.True((await CopyAsync(host, source, withPictures: true)).Succeeded);

        Assert.Equal(0, await host.AskAsync(db => db.ApplicationViews.CountAsync(v => v.ApplicationId == Copy)));
    }

    [Fact]
    public async Task An_open_case_and_another_firm_s_are_not_copied()
    {
        await using var host = await SampleCentre.StartAsync();
        var open = await host.FileAsync(1);

        Assert.Equal("application.copy-open", Assert.Single((await CopyAsync(host, open, withPictures: true)).Violations).Code);
        Assert.Equal("case.not-found", Assert.Single((await CopyAsync(host, open, withPictures: true, "rival")).Violations).Code);
    }

    [Fact]
    public async Task The_same_design_of_the_own_firm_is_remarked_on_with_its_number_and_one_that_was_given_up_is_not()
    {
        await using var host = await SampleCentre.StartAsync();
        var filed = await host.FileAsync(1);
        var rival = await host.DraftAsync(1, "rival", "rival-firm");
        await CopyFormAsync(host, filed);

        Assert.Contains("CX-D-2026-00001", await RemarksAsync(host, Copy));
        Assert.DoesNotContain("CX-D-2026-00001", await RemarksAsync(host, rival));

        await WithdrawAsync(host, filed);
        Assert.DoesNotContain("CX-D-2026-00001", await RemarksAsync(host, Copy));
    }

    [Fact]
    public async Task The_same_pictures_are_not_filed_twice_and_another_claim_on_them_is_only_asked_about()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.FileAsync(1);
        var again = await host.DraftAsync(2);
        await ShowAsync(host, again, seed: 1);

        Assert.Contains(await host.CheckAsync(again), r => r is { Case: "own-case-same-pictures", OnSubmission: Casework.Formalities.OnSubmission.Blocks });
        await host.SaveAsync(again, form => form with { Brief = form.Brief with { ColourClaimed = true } });
        Assert.Contains(await host.CheckAsync(again), r => r.Case == "own-case");
        Assert.DoesNotContain(await host.CheckAsync(again), r => r.Case == "own-case-same-pictures");
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public async Task Another_front_does_not_hide_that_most_views_are_the_same(int same, bool remarked)
    {
        await using var host = await SampleCentre.StartAsync();
        await host.FileAsync(1);
        var again = await host.DraftAsync(2);
        await ShowAsync(host, again, seed: 1, skip: 1, take: same);

        Assert.Equal(remarked, (await host.CheckAsync(again)).Any(r => r.Case == "own-case"));
    }

    private static async Task ShowAsync(CaseworkHost host, Guid id, int seed, int skip = 0, int take = int.MaxValue)
    {
        foreach (var (side, position) in ViewPositions.Standard.Index().Skip(skip).Take(take))
            await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<AddView>().ExecuteAsync(
                id, 1, position.ToString(), $"{position}.png", IpCenter.Testing.Pictures.Product(seed, side), viewer, actor, default)));
    }

    private static async Task<string> RemarksAsync(CaseworkHost host, Guid id)
    {
        await using var scope = host.Scope();
        var db = scope.ServiceProvider.GetRequiredService<Data.CaseworkDbContext>();
        var remarks = await scope.ServiceProvider.GetRequiredService<ApplicationCheck>().RunAsync(await db.Applications.SingleAsync(a => a.Id == id), host.Clock.GetUtcNow(), default);
        return string.Join('\n', remarks.Where(r => r.RuleId == "SUB-07").Select(r => r.Message.Zh));
    }

    /// <summary>A second draft with the same front.</summary>
    private static async Task CopyFormAsync(CaseworkHost host, Guid source)
    {
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<StartDraft>().ExecuteAsync(Copy, SampleCentre.IdOf("firm"), viewer, actor, default)));
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<AddView>().ExecuteAsync(Copy, 1, "Front", "a.png", IpCenter.Testing.Pictures.Product(1), viewer, actor, default)));
        Assert.NotEqual(source, Copy);
    }

    private static async Task<Guid> EndedAsync(CaseworkHost host)
    {
        var id = await host.FileAsync(1);
        await WithdrawAsync(host, id);
        return id;
    }

    private static async Task WithdrawAsync(CaseworkHost host, Guid id)
    {
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<WithdrawCase>().ExecuteAsync(id, "款式已改", viewer, actor, default)));
        await host.RunAsync();
    }

    private static Task<Result<DesignApplication>> CopyAsync(CaseworkHost host, Guid source, bool withPictures, string user = "merchant") =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<CopyApplication>().ExecuteAsync(Copy, source, withPictures, viewer, actor, default));
}
