using System.Security.Cryptography;
using System.Text;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>Brings cases to the examiner's desk by the same way as a firm does, and adds what a search would have found.</summary>
internal static class ExaminationCentre
{
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>The examiner judges what was found, which the drawn products of other tests are, and passes the case; a second reader confirms where it was drawn.</summary>
    public static async Task PassAsync(this WebFactory factory, WorkItem task)
    {
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        foreach (var lead in await factory.WithDatabaseAsync(db => db.PriorDesignLeads.Where(l => l.ApplicationId == task.CaseId && l.Judgement == LeadJudgement.Open).Select(l => l.Id).ToListAsync()))
            await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) =>
                services.GetRequiredService<JudgeLead>().ExecuteAsync(lead, LeadJudgement.NotRelevant, null, viewer, actor, default));
        await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task.Id, Outcome = "pass", Reason = "", Points = [] }, viewer, actor, default));
        await factory.RunProcessesAsync();
        if (await factory.WithDatabaseAsync(db => db.WorkItems.FirstOrDefaultAsync(w => w.CaseId == task.CaseId && w.Name == "SecondReading" && w.CompletedAt == null)) is { } drawn)
            await factory.DoAsync(await factory.AddPersonAsync(Roles.Reviewer), [Roles.Reviewer], (services, viewer, actor) =>
                services.GetRequiredService<ConfirmSecondReading>().ExecuteAsync(drawn.Id, "confirm", "", viewer, actor, default));
        await factory.RunProcessesAsync();
    }

    /// <summary>Files an application of a firm of this key, up to the open task of that name.</summary>
    public static async Task<WorkItem> FileAsync(this WebFactory factory, string key, string product = "首饰盒")
    {
        var merchant = await factory.AddPersonAsync(Roles.Merchant, $"merchant-{key}");
        var id = IdOf($"case:{key}");
        await factory.WithDatabaseAsync(db => AddFirmAsync(db, key, merchant.Id));
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<StartDraft>().ExecuteAsync(id, IdOf($"firm:{key}"), viewer, actor, default));
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<SaveDraft>().ExecuteAsync(id, form => Fill(form, product), "review", viewer, actor, default));
        await factory.AddViewsAsync(merchant, id);
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default));
        await factory.RunProcessesAsync();
        return await factory.TaskAsync(id, "Examine");
    }

    /// <summary>Reading pictures takes time: the first case of a factory reads them, the others show the same.</summary>
    private static async Task AddViewsAsync(this WebFactory factory, Person merchant, Guid id)
    {
        foreach (var (side, position) in ViewPositions.Standard.Index())
        {
            var image = await factory.WithDatabaseAsync(db => db.Images.Where(i => i.FileName == $"{position}.png").Select(i => (Guid?)i.Id).FirstOrDefaultAsync());
            if (image is null)
                await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) => services.GetRequiredService<AddView>().ExecuteAsync(
                    id, 1, position.ToString(), $"{position}.png", Pictures.Product(1, side), viewer, actor, default));
            else
                await factory.WithDatabaseAsync(async db =>
                {
                    db.ApplicationViews.Add(new ApplicationView
                    {
                        Id = IdOf($"view:{id}:{position}"),
                        ApplicationId = id,
                        DesignNumber = 1,
                        Position = position.ToString(),
                        ImageId = image.Value,
                        AddedAt = factory.Clock.GetUtcNow(),
                        Round = 0,
                    });
                    await db.SaveChangesAsync();
                });
        }
    }

    /// <summary>The open task, once the process has come to it.</summary>
    public static async Task<WorkItem> TaskAsync(this WebFactory factory, Guid caseId, string name)
    {
        await factory.RunProcessesAsync();
        return await factory.WithDatabaseAsync(db => db.WorkItems.AsNoTracking()
            .SingleAsync(w => w.CaseId == caseId && w.Name == name && w.CompletedAt == null && w.CancelledAt == null));
    }

    /// <summary>Runs a use case as a person and saves once; a refusal fails the test.</summary>
    public static async Task<T> DoAsync<T>(
        this WebFactory factory, Person person, IReadOnlyList<string> roles, Func<IServiceProvider, Viewer, Actor, Task<Result<T>>> act)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<ViewerAccess>().ForAsync(person.Id, roles, default);
        var result = await act(scope.ServiceProvider, viewer, new Actor(person.Id, person.DisplayName, factory.Clock.GetUtcNow()));
        Assert.True(result.Succeeded, string.Join("; ", result.Violations.Select(v => $"{v.Code} {v.Field} {string.Join(' ', v.Arguments)}")));
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return result.Value;
    }

    /// <summary>Until nothing is due, and nothing is in the hands of the application's own runner.</summary>
    public static async Task RunProcessesAsync(this WebFactory factory)
    {
        var runner = factory.Services.GetRequiredService<WorkflowRunner>();
        var now = factory.Clock.GetUtcNow();
        // One reading of both: between two, the application's runner could finish a step and open the next.
        while (await runner.RunOnceAsync(default) > 0 || await factory.WithDatabaseAsync(db => db.WorkflowWaits.AnyAsync(
            w => w.LeaseId != null || (w.DueAt <= now && !w.IsIncident && !w.IsHeld))))
            await Task.Delay(10);
    }

    /// <summary>A look-alike of the case's first view, as a search would have found it.</summary>
    public static async Task<Guid> AddLeadAsync(this WebFactory factory, Guid caseId, double probability, bool unpublished, string number)
    {
        var id = IdOf($"lead:{caseId}:{number}");
        await factory.WithDatabaseAsync(async db =>
        {
            var view = await db.ApplicationViews.FirstAsync(v => v.ApplicationId == caseId);
            db.PriorDesignLeads.Add(new PriorDesignLead
            {
                Id = id,
                ApplicationId = caseId,
                Round = (await db.Applications.SingleAsync(a => a.Id == caseId)).Round,
                ViewId = view.Id,
                FoundId = IdOf(number),
                FoundImageId = view.ImageId,
                IsUnpublished = unpublished,
                FoundTitle = "木质首饰盒",
                FoundNumber = number,
                Probability = probability,
                MatchingViews = 1,
                Score = probability,
                QueryRegion = new(0.2, 0.2, 0.6, 0.6),
                FoundRegion = new(0.1, 0.15, 0.7, 0.6),
                Mirrored = unpublished,
                FoundAt = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>Another application, found by the first view of this one.</summary>
    public static async Task<Guid> AddLeadOfAsync(this WebFactory factory, Guid caseId, Guid foundId, double probability, bool mirrored)
    {
        var id = IdOf($"lead:{caseId}:{foundId}");
        await factory.WithDatabaseAsync(async db =>
        {
            // The search finds the same pictures by itself: here each other application is found once.
            await db.PriorDesignLeads.Where(l => l.ApplicationId == caseId && l.FoundId == foundId).ExecuteDeleteAsync();
            var front = await db.ApplicationViews.SingleAsync(v => v.ApplicationId == caseId && v.Position == "Front");
            db.PriorDesignLeads.Add(new PriorDesignLead
            {
                Id = id,
                ApplicationId = caseId,
                Round = (await db.Applications.SingleAsync(a => a.Id == caseId)).Round,
                ViewId = front.Id,
                FoundId = foundId,
                FoundImageId = (await db.ApplicationViews.SingleAsync(v => v.ApplicationId == foundId && v.Position == "Front")).ImageId,
                IsUnpublished = true,
                FoundTitle = "木质首饰盒",
                FoundNumber = "CX-D-2026-08888",
                Probability = probability,
                MatchingViews = 1,
                Score = probability,
                QueryRegion = new(0.2, 0.2, 0.6, 0.6),
                FoundRegion = new(0.1, 0.15, 0.7, 0.6),
                Mirrored = mirrored,
                FoundAt = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        return id;
    }

    public static async Task<Guid> AddRemarkAsync(this WebFactory factory, Guid caseId, string message, Severity severity = Severity.Warn)
    {
        var id = IdOf($"remark:{caseId}:{message}");
        await factory.WithDatabaseAsync(async db =>
        {
            db.ApplicationRemarks.Add(new ApplicationRemark
            {
                Id = id,
                ApplicationId = caseId,
                Round = (await db.Applications.SingleAsync(a => a.Id == caseId)).Round,
                RuleId = "IMG-04",
                Severity = severity,
                Place = "designs[1].views[左视图]",
                MessageZh = message,
                MessageEn = "The left view is not to the same scale as the front view.",
                FixZh = "请按同一比例重新拍摄或缩放。",
                FixEn = "Take or scale it to the same size.",
                Basis = "专利审查指南第一部分第三章4.2.2",
                At = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        return id;
    }

    private static async Task AddFirmAsync(CaseworkDbContext db, string key, Guid member)
    {
        var at = WebFactory.Start.AddDays(-30);
        var firm = IdOf($"firm:{key}");
        if (await db.Firms.AnyAsync(f => f.Id == firm))
            return;
        db.Firms.Add(new Firm
        {
            Id = firm,
            Name = $"曹县{key}木业有限公司",
            CreditCode = CodeOf(firm),
            Kind = FirmKind.Company,
            Address = "山东省菏泽市曹县庄寨镇1号",
            Postcode = "274400",
            PlaceCode = "371721",
            ContactName = "李桐生",
            ContactPhone = "0530-0000000",
            CreatedAt = at,
        });
        var mandate = new Mandate { Id = IdOf($"mandate:{key}"), FirmId = firm, PersonId = member, Kind = MandateKind.Member, RequestedAt = at };
        mandate.Consent(member, at);
        db.Mandates.Add(mandate);
        var recordal = new Recordal
        {
            Id = IdOf($"recordal:{key}"),
            FirmId = firm,
            SubmittedAt = at,
            SubmittedBy = member,
            Business = "木制品的设计和网上销售",
            Classes = ["09-03"],
            PromisedAt = at,
        };
        recordal.Decide(Casework.Firms.RecordalStatus.Approved, null, new DateOnly(2029, 1, 1), member, at);
        db.Recordals.Add(recordal);
        await db.SaveChangesAsync();
    }

    /// <summary>A code with a right check character; the subject's part follows from the id.</summary>
    private static string CodeOf(Guid id)
    {
        var body = "91371721MA" + Convert.ToHexString(id.ToByteArray())[..7];
        return Casework.Identifiers.UnifiedSocialCreditCode.Alphabet.Select(check => body + check)
            .First(code => Casework.Identifiers.UnifiedSocialCreditCode.Read(code) is { IsUsable: true, HasWarnings: false });
    }

    private static ApplicationForm Fill(ApplicationForm form, string product) => form with
    {
        ProductName = product,
        Shape = ProductShape.ThreeDimensional,
        LocarnoClass = "09-03",
        Brief = new BriefDescriptionFacts
        {
            ProductName = product,
            Use = "用于收纳首饰。",
            DesignPoints = "在于形状与图案的结合。",
            DesignatedView = "立体图",
            EndlessPattern = EndlessPattern.None,
        },
        Disclosure = new DisclosureFacts { IsAnswered = true, Kind = DisclosureKind.None },
        Designers = [new DesignerFacts("李桐生")],
        Promised = true,
    };
}
