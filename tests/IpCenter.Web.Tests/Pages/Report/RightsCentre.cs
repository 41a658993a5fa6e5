using IpCenter.Casework.Designs;
using IpCenter.Casework.Images;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Report;

/// <summary>Firms that report copies, and reports on the officers' desk.</summary>
internal static class RightsCentre
{
    /// <summary>A report as a merchant sends it, up to the officers' triage.</summary>
    public static async Task<Guid> ReportAsync(this WebFactory factory, Person merchant, Guid firm, int seed = 1, string account = "大集汉服源头厂", params int[] moreSeeds)
    {
        var id = Guid.CreateVersion7(factory.Clock.GetUtcNow());
        var now = factory.Clock.GetUtcNow();
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) => services.GetRequiredService<SubmitReport>().ExecuteAsync(
            new ReportInput
            {
                Id = id,
                FirmId = firm,
                Platform = "douyin",
                LinkOrRoom = "https://v.douyin.com/iRNBho5k",
                Account = account,
                SeenAt = now.AddMinutes(-5),
                Description = "主播正在讲解三号链接，图案和扣子与我家一样。",
                OwnDesignId = null,
                DeclaredTrue = true,
                DeviceTime = now.AddSeconds(-4),
                Files = [new ReportFile("直播间.png", Pictures.Screenshot(seed)), .. moreSeeds.Select(s => new ReportFile($"直播间{s}.png", Pictures.Screenshot(s)))],
            },
            viewer, actor, default));
        await factory.RunProcessesAsync();
        return id;
    }

    /// <summary>A published design of the firm with one view, and a lead that the search would have found in the report.</summary>
    public static async Task<Guid> AddMatchAsync(this WebFactory factory, Guid report, Guid firm, Person owner, string number, int seed = 1)
    {
        var design = await factory.PublishAsync(firm, owner, number, seed);
        await factory.WithDatabaseAsync(async db =>
        {
            var now = factory.Clock.GetUtcNow();
            db.ReportMatches.Add(new ReportMatch
            {
                Id = Guid.CreateVersion7(now),
                ReportId = report,
                EvidenceId = await db.EvidenceItems.Where(e => e.CaseId == report).Select(e => e.Id).FirstAsync(),
                DesignId = design,
                DesignImageId = await db.DesignViews.Where(v => v.DesignId == design).Select(v => v.ImageId).FirstAsync(),
                Probability = 0.94,
                EvidenceRegion = new(0.2, 0.3, 0.6, 0.35),
                DesignRegion = new(0.2, 0.2, 0.6, 0.6),
                Mirrored = true,
                FoundAt = now,
            });
            await db.SaveChangesAsync();
        });
        return design;
    }

    public static async Task<Guid> PublishAsync(this WebFactory factory, Guid firm, Person owner, string number, int seed = 1)
    {
        var image = await factory.DoAsync(owner, [Roles.Merchant], (services, _, actor) =>
            services.GetRequiredService<ReceiveImage>().ExecuteAsync(Pictures.Product(seed), "主视图.png", actor, default));
        var id = Guid.CreateVersion7(factory.Clock.GetUtcNow());
        await factory.WithDatabaseAsync(async db =>
        {
            db.Designs.Add(new Design
            {
                Id = id,
                FirmId = firm,
                PatentNumber = number,
                OwnerName = "曹县测试服饰有限公司",
                ProductName = "儿童演出服",
                Use = "用于演出",
                LocarnoClass = "02-02",
                BriefDescription = "",
                FiledOn = new DateOnly(2026, 1, 5),
                AnnouncedOn = new DateOnly(2026, 3, 3),
                ExpiresOn = new DateOnly(2041, 1, 5),
                PublishedAt = factory.Clock.GetUtcNow(),
            });
            db.DesignViews.Add(new DesignView { Id = Guid.CreateVersion7(factory.Clock.GetUtcNow()), DesignId = id, DesignNumber = 1, Position = "Front", ImageId = image.Id });
            await db.SaveChangesAsync();
        });
        return id;
    }

    public static Task<WorkItem> TriageTaskAsync(this WebFactory factory, Guid report) => factory.TaskAsync(report, "Triage");

    /// <summary>Decides a report's route as an officer, and lets the process follow.</summary>
    public static async Task RouteAsync(this WebFactory factory, Guid report, string outcome)
    {
        var officer = await factory.AddPersonAsync(Roles.RightsOfficer);
        var item = await factory.TriageTaskAsync(report);
        await factory.DoAsync(officer, [Roles.RightsOfficer], (services, viewer, actor) =>
            services.GetRequiredService<DecideRoute>().ExecuteAsync(item.Id, outcome, "事实清楚", viewer, actor, default));
        await factory.RunProcessesAsync();
    }

    /// <summary>The stage of a case once the process has followed.</summary>
    public static async Task<string> StageAsync(this WebFactory factory, Guid caseId)
    {
        await factory.RunProcessesAsync();
        return await factory.WithDatabaseAsync(db => db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => c.Stage).SingleAsync());
    }
}
