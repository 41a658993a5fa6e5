using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Staffing;

/// <summary>Tasks on the desk as the process leaves them there, without the pictures that make filing slow.</summary>
internal static class DeskSample
{
    /// <summary>Somebody of the staff keeps out of a firm's cases from now on.</summary>
    public static Task RecuseAsync(this CaseworkHost host, string user, string firm) => host.ChangeAsync(db =>
    {
        db.Recusals.Add(new Recusal
        {
            Id = SampleCentre.IdOf($"recusal:{user}:{firm}"),
            PersonId = SampleCentre.IdOf(user),
            FirmId = SampleCentre.IdOf(firm),
            Reason = "亲属",
            DeclaredAt = host.Clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    });

    /// <summary>An open task of an application: three working days from Monday morning unless another date is given.</summary>
    public static async Task<Guid> AddTaskAsync(
        this CaseworkHost host, string key, string name = "Examine", string queue = Queues.Examination, string locarnoClass = "09-03", DateTimeOffset? due = null, string firm = "firm")
    {
        var now = host.Clock.GetUtcNow();
        var id = SampleCentre.IdOf($"task:{key}");
        await host.ChangeAsync(db =>
        {
            var file = new CaseFile
            {
                Id = SampleCentre.IdOf($"case:{key}"),
                Kind = CaseKind.DesignApplication,
                Title = $"首饰盒 {key}",
                FirmId = SampleCentre.IdOf(firm),
                OpenedBy = SampleCentre.IdOf("merchant"),
                OpenedAt = now,
            };
            file.Submit($"CX-D-2026-{key}", SampleCentre.IdOf($"instance:{key}"), now);
            var application = new DesignApplication { Id = file.Id, FirmId = file.FirmId };
            application.Save(new ApplicationForm { ProductName = "首饰盒", LocarnoClass = locarnoClass }, "review", now);
            var dueAt = due ?? ChinaTime.EndOfDay(new(2026, 11, 19));
            db.Cases.Add(file);
            db.Applications.Add(application);
            db.CaseDeadlines.Add(new CaseDeadline
            {
                Id = SampleCentre.IdOf($"deadline:{key}"),
                CaseId = file.Id,
                RuleKey = DeadlineKeys.Examination,
                Stage = "Examination",
                StartedAt = now,
                WarnAt = dueAt,
                DueAt = dueAt,
                ExplanationZh = "",
                ExplanationEn = "",
                ComputedAt = now,
            });
            db.WorkItems.Add(new WorkItem
            {
                Id = id,
                CaseId = file.Id,
                Name = name,
                Queue = queue,
                Clock = ClockOwner.Centre,
                Outcomes = ["pass"],
                CreatedAt = now,
                DueAt = dueAt,
            });
            return Task.CompletedTask;
        });
        return id;
    }

    public static Task AddPersonAsync(this CaseworkHost host, string name, string role) => host.ChangeAsync(async db =>
    {
        var roleId = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync();
        db.Users.Add(new Person { Id = SampleCentre.IdOf(name), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name });
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = SampleCentre.IdOf(name), RoleId = roleId });
    });

    public static Task SkillAsync(this CaseworkHost host, string person, params (string Code, SkillLevel Level)[] skills) =>
        host.DoAsync("supervisor", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<SetClassSkills>().ExecuteAsync(SampleCentre.IdOf(person), skills, viewer, actor, default)));

    public static Task TurnOnAsync(this CaseworkHost host, string queue, bool on = true) => host.DoAsync("supervisor", async (services, viewer, actor) =>
        CaseworkHost.Must(await services.GetRequiredService<SwitchDistribution>().ExecuteAsync(queue, on, viewer, actor, default)));

    public static Task<Absence> AwayAsync(this CaseworkHost host, string person, string from, string to, string? substitute = null) =>
        host.DoAsync("supervisor", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<RecordAbsence>().ExecuteAsync(
            new(SampleCentre.IdOf($"away:{person}:{from}"), SampleCentre.IdOf(person), Day(from), Day(to), substitute is null ? null : SampleCentre.IdOf(substitute)),
            viewer, actor, default)));

    public static async Task<int> RoundAsync(this CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<DeskRounds>().RunAsync(host.Clock.GetUtcNow(), default);
    }

    public static Task OpenCaseAsync(this CaseworkHost host, string person, Guid task, string purpose = "examination") => host.DoAsync(person, async (services, _, actor) =>
    {
        var caseId = (await services.GetRequiredService<CaseworkDbContext>().WorkItems.FindAsync(task))!.CaseId;
        services.GetRequiredService<AuditTrail>().RecordRead(actor, $"application:{caseId}", caseId, purpose);
        return caseId;
    });

    public static async Task<string?> HolderAsync(this CaseworkHost host, Guid task) =>
        await host.AskAsync(db => db.WorkItems.Where(w => w.Id == task).Select(w => w.AssigneeName).SingleAsync());

    public static Task<List<Allocation>> StepsAsync(this CaseworkHost host, Guid task) =>
        host.AskAsync(db => db.Allocations.AsNoTracking().Where(a => a.WorkItemId == task).OrderBy(a => a.Turn).ToListAsync());

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
