using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Results;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Documents;

/// <summary>Applications that owe a power of attorney (the centre's period) and a priority copy (the law's).</summary>
internal static class OwingCentre
{
    public const string Power = "power-of-attorney";
    public const string Copy = "priority-copy";

    /// <summary>Files one that answered "later" to both, or to what is not among <paramref name="here"/>.</summary>
    public static async Task<Guid> FileOwingAsync(this CaseworkHost host, int seed = 1, params string[] here)
    {
        var id = await host.DraftAsync(seed);
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<SaveDraft>().ExecuteAsync(id, form => form with
            {
                Agency = new() { Name = "菏泽专利代理事务所", Code = "37999", AttorneyName = "陈正明", QualificationNumber = "3799900001", Phone = "0530-0000001" },
                Priorities = [new PriorityClaim { Country = "EM", Number = "015012345", Date = ChinaTime.DateOf(host.Clock.GetUtcNow()).AddDays(-76) }],
                OwedDocuments = [DocumentKind.PowerOfAttorney, DocumentKind.PriorityCopy],
            }, "people", viewer, actor, default)));
        foreach (var kind in here)
            await host.SupplyAsync(id, kind);
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default)));
        await host.RunAsync();
        return id;
    }

    public static Task<CaseDocument> SupplyAsync(this CaseworkHost host, Guid id, string kind, string text = "paper", string name = "委托书.pdf") =>
        host.DoAsync("merchant", async (services, viewer, actor) =>
        {
            var read = CaseworkHost.Must(await services.GetRequiredService<ReadDocument>().ExecuteAsync(Papers.Pdf(text), name, kind, default));
            return CaseworkHost.Must(await services.GetRequiredService<SupplyDocument>().ExecuteAsync(id, kind, read, viewer, actor, default));
        });

    public static async Task<Result<OwedDocument>> JudgeAsync(this CaseworkHost host, Guid id, string kind, DocumentJudgement judgement, string? reason = null, string user = "examiner", Guid? seen = null)
    {
        var owed = await host.OwedAsync(id, kind);
        seen ??= await host.AskAsync(db => db.CaseDocuments.Where(d => d.CaseId == id && d.Kind == kind && d.ReplacedAt == null).Select(d => (Guid?)d.Id).SingleOrDefaultAsync());
        return await host.DoAsync(user, (services, viewer, actor) =>
            services.GetRequiredService<JudgeDocument>().ExecuteAsync(owed.Id, judgement, reason, seen, viewer, actor, default));
    }

    public static Task<OwedDocument> OwedAsync(this CaseworkHost host, Guid id, string kind) =>
        host.AskAsync(db => db.OwedDocuments.AsNoTracking().SingleAsync(d => d.CaseId == id && d.Kind == kind));

    public static async Task<int> TellAsync(this CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<TellOwedDocuments>().RunAsync(host.Clock.GetUtcNow(), default);
    }

    /// <summary>Who has a notice of this template, one entry for each notice.</summary>
    public static async Task<List<string>> ReadersAsync(this CaseworkHost host, Guid id, string template) => await host.AskAsync(db => (
        from notice in db.Notices
        join person in db.Users on notice.PersonId equals person.Id
        where notice.CaseId == id && notice.Template == template
        orderby person.UserName
        select person.UserName!).ToListAsync());
}
