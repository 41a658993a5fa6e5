using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Images;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tests.Designs;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.AbnormalFilings;

public sealed class AbnormalSignsTests
{
    [Fact]
    public async Task A_look_alike_of_a_tied_firm_within_days_is_a_sign_at_both_cases()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("earlier", firm: "rival-firm");
        host.Clock.Advance(TimeSpan.FromDays(4));
        await host.AddTaskAsync("later");
        await LeadAsync(host, "later", "earlier", 0.71, unpublished: true);

        var later = Assert.Single(await SignsAsync(host, "later"));
        var earlier = Assert.Single(await SignsAsync(host, "earlier"));

        Assert.Equal((SignKind.Twins, CaseOf("earlier"), 0.71, 4), (later.Kind, later.Subject, later.Probability!.Value, later.DaysApart!.Value));
        Assert.Equal((false, "曹县rival-firm有限公司"), (later.Compared!.IsOwn, later.Compared.Link!.Name));
        Assert.Equal((SignKind.Twins, CaseOf("later")), (earlier.Kind, earlier.Subject));
        Assert.Equal((later.Pairs[0].Own, later.Pairs[0].Other), (earlier.Pairs[0].Other, earlier.Pairs[0].Own));

        await host.RecuseAsync("examiner2", "rival-firm");
        Assert.Empty(await SignsAsync(host, "later", "examiner2"));
        Assert.Single(await SignsAsync(host, "later"));
    }

    [Theory]
    [InlineData(0.59, 4, true)]
    [InlineData(0.71, 31, true)]
    [InlineData(0.71, 4, false)]
    public async Task Too_little_likeness_too_long_ago_or_a_firm_that_is_not_tied_is_no_sign(double probability, int days, bool tied)
    {
        await using var host = await SampleCentre.StartAsync();
        if (!tied)
            await host.ChangeAsync(async db => (await db.Firms.FindAsync(SampleCentre.IdOf("rival-firm")))!.Address = "山东省菏泽市曹县庄寨镇9号");
        await host.AddTaskAsync("earlier", firm: "rival-firm");
        host.Clock.Advance(TimeSpan.FromDays(days));
        await host.AddTaskAsync("later");
        await LeadAsync(host, "later", "earlier", probability, unpublished: true);

        Assert.Empty(await SignsAsync(host, "later"));
    }

    [Theory]
    [InlineData("later")]
    [InlineData("earlier")]
    public async Task A_lead_that_was_judged_not_relevant_is_no_sign_at_either_case(string key)
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("earlier");
        await host.AddTaskAsync("later");
        await LeadAsync(host, "later", "earlier", 0.71, unpublished: true);
        Assert.Single(await SignsAsync(host, key));

        await host.ChangeAsync(async db => (await db.PriorDesignLeads.SingleAsync()).Judge(LeadJudgement.NotRelevant, null, SampleCentre.IdOf("examiner")));

        Assert.Empty(await SignsAsync(host, key));
    }

    [Fact]
    public async Task What_an_earlier_round_of_the_other_application_looked_like_is_no_sign()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("earlier");
        await host.AddTaskAsync("later");
        await LeadAsync(host, "later", "earlier", 0.71, unpublished: true);
        Assert.Single(await SignsAsync(host, "earlier"));

        await host.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE PriorDesignLeads SET Round = 7"));

        Assert.Empty(await SignsAsync(host, "earlier"));
        Assert.Empty(await SignsAsync(host, "later"));
    }

    [Fact]
    public async Task A_tie_that_is_over_makes_no_sign()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.ChangeAsync(async db => (await db.Firms.FindAsync(SampleCentre.IdOf("rival-firm")))!.Address = "山东省菏泽市曹县庄寨镇9号");
        await Firms.FirmDesk.AddPersonAsync(host, "both", People.Roles.Merchant, People.FirmPower.Act);
        var mandate = Guid.Empty;
        await host.ChangeAsync(db =>
        {
            var second = new People.Mandate
            {
                Id = mandate = SampleCentre.IdOf("second"),
                FirmId = SampleCentre.IdOf("rival-firm"),
                PersonId = SampleCentre.IdOf("both"),
                Kind = People.MandateKind.Member,
                RequestedAt = host.Clock.GetUtcNow(),
            };
            second.Consent(SampleCentre.IdOf("rival"), host.Clock.GetUtcNow(), People.FirmPower.Act);
            db.Mandates.Add(second);
            return Task.CompletedTask;
        });
        await host.AddTaskAsync("earlier", firm: "rival-firm");
        await host.AddTaskAsync("later");
        await LeadAsync(host, "later", "earlier", 0.71, unpublished: true);
        Assert.Single(await SignsAsync(host, "later"));

        await host.ChangeAsync(async db => (await db.Mandates.FindAsync(mandate))!.Revoke(SampleCentre.IdOf("rival"), host.Clock.GetUtcNow()));

        Assert.Empty(await SignsAsync(host, "later"));
    }

    [Fact]
    public async Task The_same_bytes_in_another_application_are_a_sign_whoevers_it_is_and_a_draft_is_not_looked_at()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("other", firm: "rival-firm");
        await host.AddTaskAsync("this");
        await PictureAsync(host, "other", "Front", "same");
        await PictureAsync(host, "other", "Back", "different");
        await PictureAsync(host, "this", "Front", "same");
        await PictureAsync(host, "this", "Back", "own");
        await host.DoAsync("rival", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<StartDraft>().ExecuteAsync(CaseOf("draft"), SampleCentre.IdOf("rival-firm"), viewer, actor, default)));
        await PictureAsync(host, "draft", "Front", "own");
        await LeadAsync(host, "this", "other", 0.99, unpublished: true);

        var sign = Assert.Single(await SignsAsync(host, "this"));

        Assert.Equal((SignKind.SamePictures, CaseOf("other"), 1, 2), (sign.Kind, sign.Subject, sign.Pictures, sign.Of));
        Assert.Equal(("Front", "Front"), (sign.Pairs[0].OwnPosition, sign.Pairs[0].OtherPosition));
        Assert.Contains(await host.AskAsync(db => db.AccessRecords.ToListAsync()), r => r.CaseId == CaseOf("other") && r.Purpose == AbnormalSigns.Purpose);
    }

    [Fact]
    public async Task A_copy_of_an_own_application_is_told_with_its_outcome_while_its_pictures_are_in_it()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("source");
        await PictureAsync(host, "source", "Front", "same");
        await host.ChangeAsync(async db => (await db.Cases.FindAsync(CaseOf("source")))!.Close("refused", host.Clock.GetUtcNow()));
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<CopyApplication>().ExecuteAsync(CaseOf("copy"), CaseOf("source"), true, viewer, actor, default)));
        await host.ChangeAsync(async db => (await db.Cases.FindAsync(CaseOf("copy")))!.Submit("CX-D-2026-copy", SampleCentre.IdOf("instance"), host.Clock.GetUtcNow()));

        var sign = Assert.Single(await SignsAsync(host, "copy"));
        Assert.Equal((SignKind.CopiedApplication, CaseOf("source"), "refused", true), (sign.Kind, sign.Subject, sign.Compared!.Outcome, sign.Compared.IsOwn));

        await host.ChangeAsync(async db =>
        {
            foreach (var view in await db.ApplicationViews.Where(v => v.ApplicationId == CaseOf("copy")).ToListAsync())
                view.Replace(host.Clock.GetUtcNow());
        });
        Assert.Empty(await SignsAsync(host, "copy"));
    }

    [Theory]
    [InlineData(0.95, 2, true)]
    [InlineData(0.95, 1, false)]
    [InlineData(0.85, 3, false)]
    public async Task A_published_design_filed_again_is_a_sign_from_likeness_and_views_on(double probability, int views, bool isSign)
    {
        await using var host = await SampleCentre.StartAsync();
        var design = SampleRights.Right();
        await host.PublishAsync(design);
        await host.AddTaskAsync("this");
        await LeadAsync(host, "this", null, probability, unpublished: false, found: design.Id, views: views);

        var signs = await SignsAsync(host, "this");

        Assert.Equal(isSign ? [(SignKind.PublishedAgain, true, design.PatentNumber)] : [], signs.Select(s => (s.Kind, s.Compared!.IsOwn, s.Compared.Number)));
    }

    [Theory]
    [InlineData(6, 0, true)]
    [InlineData(5, 0, false)]
    [InlineData(4, 6, true)]
    [InlineData(4, 5, false)]
    public async Task Many_filings_within_days_are_a_sign_alone_or_with_the_tied_firms(int own, int tied, bool isSign)
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("long-ago");
        host.Clock.Advance(TimeSpan.FromDays(8));
        for (var i = 0; i < tied; i++)
            await host.AddTaskAsync($"tied-{i}", firm: "rival-firm");
        for (var i = 0; i < own; i++)
            await host.AddTaskAsync($"own-{i}");

        var signs = await SignsAsync(host, $"own-{own - 1}");

        Assert.Equal(isSign ? [(SignKind.Burst, own, own + tied)] : [], signs.Select(s => (s.Kind, s.Of, s.Filings)));
    }

    [Fact]
    public async Task Nobody_but_the_examining_staff_learns_of_signs_or_records_a_finding()
    {
        await using var host = await BurstAsync();

        foreach (var user in new[] { "merchant", "rival", "officer", "procurator" })
        {
            Assert.Empty(await SignsAsync(host, "own-5", user));
            Assert.Equal(["case.not-found"], Codes(await RecordAsync(host, user, SignOutcome.Noted, "看过")));
        }
    }

    [Fact]
    public async Task A_finding_needs_a_reason_and_a_sign_that_is_there_and_stays_between_the_staff()
    {
        await using var host = await BurstAsync();

        Assert.Equal(["sign.reason"], Codes(await RecordAsync(host, "examiner", SignOutcome.Noted, " ")));
        Assert.Equal(["sign.reason-long"], Codes(await RecordAsync(host, "examiner", SignOutcome.Noted, new('看', 1001))));
        Assert.Equal(["decision.choose"], Codes(await RecordAsync(host, "examiner", (SignOutcome)9, "看过")));
        Assert.Equal(["sign.gone"], Codes(await RecordAsync(host, "examiner", SignOutcome.Noted, "看过", SignKind.Twins)));
        CaseworkHost.Must(await RecordAsync(host, "examiner", SignOutcome.AskApplicant, "先问样品来源"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        CaseworkHost.Must(await RecordAsync(host, "examiner2", SignOutcome.Unfounded, "节前上新"));

        var sign = Assert.Single(await SignsAsync(host, "own-5"));
        Assert.Equal([SignOutcome.Unfounded, SignOutcome.AskApplicant], sign.Findings.Select(f => f.Outcome));
        Assert.Equal((6, 6), (sign.Finding!.Facts.Of, sign.Finding.Facts.Filings));
        var trail = await host.AskAsync(db => db.AuditEvents.Where(e => e.Action == "sign.finding").ToListAsync());
        Assert.Equal(2, trail.Count);
        Assert.All(trail, e => Assert.Equal((AuditVisibility.Staff, null), (e.Visibility, e.Reason)));
        Assert.DoesNotContain("sign.finding", await TimelineAsync(host, "merchant"));
        Assert.Empty(await host.AskAsync(db => db.Notices.ToListAsync()));
    }

    [Fact]
    public async Task Who_acts_for_the_firm_keeps_out()
    {
        await using var host = await BurstAsync();
        await host.DoAsync("supervisor", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<Casework.Staffing.DeclareRecusal>()
            .ExecuteAsync(SampleCentre.IdOf("recusal"), SampleCentre.IdOf("examiner"), "91371721AY4CL12THN", "亲属", viewer, actor, default)));

        CaseworkHost.Must(await RecordAsync(host, "examiner2", SignOutcome.Noted, "看过"));

        Assert.Equal(["task.own-firm"], Codes(await RecordAsync(host, "examiner", SignOutcome.Noted, "看过")));
        Assert.Empty(await SignsAsync(host, "own-5"));
        Assert.Single(await SignsAsync(host, "own-5", "examiner2"));
        Assert.DoesNotContain("sign.finding", await TimelineAsync(host, "examiner"));
        Assert.Contains("sign.finding", await TimelineAsync(host, "examiner2"));
    }

    private static async Task<IEnumerable<string>> TimelineAsync(CaseworkHost host, string user) => (
        await host.DoAsync(user, (services, viewer, _) =>
            new CaseTimelineQuery(services.GetRequiredService<Casework.Data.CaseworkDbContext>()).ReadAsync(CaseOf("own-5"), CaseKind.DesignApplication, viewer, default)))
        .Select(e => e.Action);

    private static async Task<CaseworkHost> BurstAsync()
    {
        var host = await SampleCentre.StartAsync();
        for (var i = 0; i < 6; i++)
            await host.AddTaskAsync($"own-{i}");
        return host;
    }

    private static Guid CaseOf(string key) => SampleCentre.IdOf($"case:{key}");

    private static IEnumerable<string> Codes<T>(Result<T> result) => result.Violations.Select(v => v.Code);

    private static Task<IReadOnlyList<AbnormalSign>> SignsAsync(CaseworkHost host, string key, string user = "examiner") =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<AbnormalSigns>().ReadAsync(CaseOf(key), viewer, actor, default));

    private static Task<Result<SignFinding>> RecordAsync(CaseworkHost host, string user, SignOutcome outcome, string reason, SignKind kind = SignKind.Burst) =>
        host.DoAsync(user, (services, viewer, actor) =>
            services.GetRequiredService<RecordFinding>().ExecuteAsync(CaseOf("own-5"), kind, Guid.Empty, outcome, reason, viewer, actor, default));

    /// <summary>A picture by what its bytes would hash to.</summary>
    private static async Task<Guid> PictureAsync(CaseworkHost host, string key, string position, string bytes)
    {
        var image = SampleCentre.IdOf($"image:{key}:{position}:{bytes}");
        await host.ChangeAsync(db =>
        {
            db.Images.Add(new StoredImage
            {
                Id = image,
                Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(bytes))),
                ByteLength = 1,
                FileName = "a.png",
                Format = "Png",
                Width = 1,
                Height = 1,
                Measured = new PictureMeasurements(),
                UploadedAt = host.Clock.GetUtcNow(),
                UploadedBy = SampleCentre.IdOf("merchant"),
            });
            db.ApplicationViews.Add(new ApplicationView
            {
                Id = SampleCentre.IdOf($"view:{key}:{position}"),
                ApplicationId = CaseOf(key),
                DesignNumber = 1,
                Position = position,
                ImageId = image,
                AddedAt = host.Clock.GetUtcNow(),
                Round = 0,
            });
            return Task.CompletedTask;
        });
        return image;
    }

    /// <summary>What the search for prior designs left at a case.</summary>
    private static async Task LeadAsync(
        CaseworkHost host, string key, string? other, double probability, bool unpublished, Guid? found = null, int views = 1)
    {
        var (own, image) = (SampleCentre.IdOf($"view:{key}:Front"), SampleCentre.IdOf("nowhere"));
        if (await host.AskAsync(db => db.ApplicationViews.AllAsync(v => v.Id != own)))
            await PictureAsync(host, key, "Front", $"front of {key}");
        if (other is not null)
        {
            image = await host.AskAsync(db => db.ApplicationViews.AnyAsync(v => v.ApplicationId == CaseOf(other)))
                ? await host.AskAsync(db => db.ApplicationViews.Where(v => v.ApplicationId == CaseOf(other)).Select(v => v.ImageId).FirstAsync())
                : await PictureAsync(host, other, "Front", $"front of {other}");
        }
        await host.ChangeAsync(db =>
        {
            db.PriorDesignLeads.Add(new PriorDesignLead
            {
                Id = SampleCentre.IdOf($"lead:{key}"),
                ApplicationId = CaseOf(key),
                Round = 0,
                ViewId = own,
                FoundId = found ?? CaseOf(other!),
                FoundImageId = image,
                IsUnpublished = unpublished,
                FoundTitle = "首饰盒",
                FoundNumber = "",
                Probability = probability,
                MatchingViews = views,
                Score = probability,
                QueryRegion = null,
                FoundRegion = null,
                Mirrored = false,
                FoundAt = host.Clock.GetUtcNow(),
            });
            return Task.CompletedTask;
        });
    }
}
