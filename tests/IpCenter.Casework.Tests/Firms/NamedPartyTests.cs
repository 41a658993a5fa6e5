using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>Designers and co-applicants of submitted applications tie firms; nobody is asked anything for it.</summary>
public sealed class NamedPartyTests
{
    [Theory]
    [InlineData("王秀云", "王 秀云", true)]
    [InlineData("王秀云", "王秀芸", false)]
    public async Task A_designer_of_both_is_shown_and_ties_no_two_firms_into_one(string own, string other, bool ties)
    {
        await using var host = await StartAsync();
        await NameAsync(host, "mine", "firm", designer: own);
        await NameAsync(host, "theirs", "rival-firm", designer: other);

        var links = await LinksAsync(host);

        Assert.Equal(ties, links.Any(l => l.Facts.Contains(new FirmLinkFact(FirmLinkKind.Designer, own))));
        Assert.DoesNotContain(links, l => l.Has(Reference.Library.Signs.Ties));
    }

    [Fact]
    public async Task The_same_third_applicant_ties_both_by_its_number_however_its_name_is_written()
    {
        await using var host = await StartAsync();
        await NameAsync(host, "mine", "firm", with: new ApplicantFacts { Name = "曹县云裳有限公司", IdentificationNumber = "91371721MA3QK8T21U" });
        await NameAsync(host, "theirs", "rival-firm", with: new ApplicantFacts { Name = "云裳公司", IdentificationNumber = "91371721ma3qk8t21u" });

        var link = Assert.Single(await LinksAsync(host));

        Assert.Equal(new FirmLinkFact(FirmLinkKind.CoApplicant, "曹县云裳有限公司"), Assert.Single(link.Facts));
        Assert.True(link.Has(Reference.Library.Signs.Ties));
    }

    [Theory]
    [InlineData("firm", "rival-firm")]
    [InlineData("rival-firm", "firm")]
    public async Task A_firm_that_applies_with_another_is_tied_to_it_seen_from_both_sides(string by, string with)
    {
        await using var host = await StartAsync();
        var code = await host.AskAsync(db => db.Firms.Where(f => f.Id == SampleCentre.IdOf(with)).Select(f => f.CreditCode).SingleAsync());
        await NameAsync(host, "mine", by, with: new ApplicantFacts { Name = with, IdentificationNumber = code });

        Assert.Equal(FirmLinkKind.CoApplicant, Assert.Single(Assert.Single(await LinksAsync(host)).Facts).Kind);
    }

    [Fact]
    public async Task A_name_that_many_firms_name_ties_nobody_and_a_corrected_one_no_longer()
    {
        await using var host = await StartAsync();
        await NameAsync(host, "mine", "firm", designer: "王伟");
        for (var i = 0; i <= Reference.Library.Signs.MostWithOneName; i++)
        {
            await host.ChangeAsync(db => { db.Firms.Add(Neighbour(i, host)); return Task.CompletedTask; });
            await NameAsync(host, $"neighbour-{i}", $"neighbour-{i}", designer: "王伟");
        }
        Assert.Empty(await LinksAsync(host));

        await NameAsync(host, "theirs", "rival-firm", designer: "李静");
        await NameAsync(host, "mine", "firm", designer: "李静");
        Assert.Single(await LinksAsync(host));
        await NameAsync(host, "mine", "firm", designer: "李敬");
        Assert.Empty(await LinksAsync(host));
    }

    [Fact]
    public async Task Applications_that_are_older_than_the_names_get_them_at_the_start_and_drafts_none()
    {
        await using var host = await StartAsync();
        await NameAsync(host, "mine", "firm", designer: "王秀云", follow: false);
        await host.DoAsync("rival", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<StartDraft>()
            .ExecuteAsync(SampleCentre.IdOf("draft"), SampleCentre.IdOf("rival-firm"), viewer, actor, default)));
        await host.ChangeAsync(async db => (await db.Applications.FindAsync(SampleCentre.IdOf("draft")))!
            .Save(new ApplicationForm { Designers = [new("王秀云")] }, "", host.Clock.GetUtcNow()));

        await using (var scope = host.Scope())
            await new DatabaseMigration(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>()).RunAsync(default);

        Assert.Equal([SampleCentre.IdOf("case:mine")], await host.AskAsync(db => db.NamedParties.Select(p => p.ApplicationId).ToListAsync()));
    }

    [Fact]
    public async Task Units_of_one_request_that_share_what_they_know_read_the_records_once()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.DoAsync("examiner", async (request, viewer, actor) =>
        {
            await using var part = host.Scope();
            await using var other = host.Scope();
            part.ServiceProvider.GetRequiredService<LinkedFirmsCache>().ShareWith(request.GetRequiredService<LinkedFirmsCache>());

            var first = await ReadAsync(request);

            Assert.Same(first, await ReadAsync(part.ServiceProvider));
            Assert.NotSame(first, await ReadAsync(other.ServiceProvider));
            return true;

            Task<IReadOnlyList<LinkedFirm>> ReadAsync(IServiceProvider services) =>
                services.GetRequiredService<LinkedFirms>().OfAsync(SampleCentre.IdOf("firm"), viewer, actor.At, default);
        });
    }

    private static async Task<CaseworkHost> StartAsync()
    {
        var host = await SampleCentre.StartAsync();
        await host.ChangeAsync(async db => (await db.Firms.FindAsync(SampleCentre.IdOf("rival-firm")))!.Address = "山东省菏泽市曹县庄寨镇9号");
        return host;
    }

    private static async Task NameAsync(CaseworkHost host, string key, string firm, string? designer = null, ApplicantFacts? with = null, bool follow = true)
    {
        var id = SampleCentre.IdOf($"case:{key}");
        if (!await host.AskAsync(db => db.Cases.AnyAsync(c => c.Id == id)))
            await host.AddTaskAsync(key, firm: firm);
        await host.ChangeAsync(async db =>
        {
            var application = (await db.Applications.FindAsync(id))!;
            application.Save(new ApplicationForm
            {
                ProductName = "首饰盒",
                LocarnoClass = "09-03",
                Applicants = with is null ? [] : [new ApplicantFacts { Name = firm }, with],
                Designers = designer is null ? [] : [new(designer)],
            }, "", host.Clock.GetUtcNow());
            if (follow)
                await NamedParties.FollowAsync(db, application, default);
        });
    }

    private static Firm Neighbour(int i, CaseworkHost host) => new()
    {
        Id = SampleCentre.IdOf($"neighbour-{i}"),
        Name = $"邻居{i}",
        CreditCode = $"neighbour-{i}",
        Kind = FirmKind.Company,
        Address = "",
        Postcode = "274400",
        PlaceCode = "371721",
        ContactName = "",
        ContactPhone = "",
        CreatedAt = host.Clock.GetUtcNow(),
    };

    private static Task<IReadOnlyList<LinkedFirm>> LinksAsync(CaseworkHost host) => host.DoAsync("examiner", (services, viewer, actor) =>
        services.GetRequiredService<LinkedFirms>().OfAsync(SampleCentre.IdOf("firm"), viewer, actor.At, default));
}
