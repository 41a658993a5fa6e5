using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Formalities.Facts;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Demo;

/// <summary>Which demo cases call for documents, and what people do with them.</summary>
internal static class DemoDocuments
{
    public const string PowerOfAttorney = "power-of-attorney";

    private static readonly AgencyFacts Agency = new()
    {
        Name = "菏泽鲁桐专利代理事务所",
        Code = "37999",
        AttorneyName = "陈正明",
        QualificationNumber = "3799900001",
        Phone = "0530-0000001",
    };

    private static readonly HashSet<string> WithAgency =
        ["skirt-05", "wood-frame-01", "wood-stool-03", "wood-mirror-01", "wood-jewellery-stand-01", "wood-shoe-rack-01", "wood-board-01"];

    private static readonly HashSet<string> ShownAtFair = ["fan-03"];

    public static ApplicationForm Fill(ApplicationForm form, DemoStory story, DateTimeOffset at) => form with
    {
        Agency = WithAgency.Contains(story.Key) ? Agency : form.Agency,
        Disclosure = ShownAtFair.Contains(story.Key)
            ? new DisclosureFacts { IsAnswered = true, Kind = DisclosureKind.RecognisedExhibition, EarliestDate = ChinaTime.DateOf(at).AddDays(-40) }
            : form.Disclosure,
        OwedDocuments =
        [
            .. WithAgency.Contains(story.Key) ? [DocumentKind.PowerOfAttorney] : Array.Empty<DocumentKind>(),
            .. ShownAtFair.Contains(story.Key) ? [DocumentKind.GracePeriodProof] : Array.Empty<DocumentKind>(),
        ],
    };

    public static async Task SupplyAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.ForFirmAsync(story, ct);
        var file = await ReadAsync("Power of attorney", "委托书扫描件.pdf", stage, ct);
        DemoStage.Must(await stage.Get<SupplyDocument>().ExecuteAsync(DemoActs.CaseOf(story), PowerOfAttorney, file, viewer, actor, ct));
    }

    public static async Task JudgeAsync(DemoStory story, DocumentJudgement judgement, string? reason, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("examiner", ct);
        var caseId = DemoActs.CaseOf(story);
        var owed = await stage.Get<CaseworkDbContext>().OwedDocuments.SingleAsync(d => d.CaseId == caseId && d.Kind == PowerOfAttorney, ct);
        var seen = await stage.Get<CaseworkDbContext>().CaseDocuments.Where(d => d.CaseId == caseId && d.Kind == PowerOfAttorney && d.ReplacedAt == null).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(ct);
        DemoStage.Must(await stage.Get<JudgeDocument>().ExecuteAsync(owed.Id, judgement, reason, seen, viewer, actor, ct));
    }

    public static async Task<CheckedFile> ReadAsync(string text, string fileName, DemoStage stage, CancellationToken ct) =>
        DemoStage.Must(await stage.Get<ReadDocument>().ExecuteAsync(DemoPaper.Of(text), fileName, "file", ct));
}
