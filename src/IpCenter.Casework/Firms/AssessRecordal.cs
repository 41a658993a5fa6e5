using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Identifiers;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>
/// How a firm stands to each criterion of a recordal, with what that rests on. It prepares the officer's decision and takes none;
/// what it cannot tell it says.
/// </summary>
public sealed class AssessRecordal(CaseworkDbContext db, ReferenceLibrary reference)
{
    private static readonly string[] BeforeTheResult = ["Formality", "Examination", "SecondReading", "Correction"];

    public async Task<IReadOnlyList<CriterionAssessment>> ExecuteAsync(Recordal recordal, Firm firm, DateTimeOffset now, CancellationToken ct)
    {
        var facts = recordal.Facts ?? RecordalFacts.Of(firm);
        var conduct = await ConductAsync(firm.Id, now, ct);
        var licence = await LicenceAsync(recordal, ct);
        return
        [
            .. reference.Recordals.Criteria.Select(criterion =>
            {
                var (verdict, found) = criterion.Key switch
                {
                    CriterionKeys.Place => Place(facts),
                    CriterionKeys.Subject => Subject(facts, firm),
                    CriterionKeys.Code => Code(facts, firm),
                    CriterionKeys.Licence => Licence(licence, recordal, firm),
                    CriterionKeys.Classes => Classes(recordal),
                    CriterionKeys.Abnormal => Abnormal(),
                    CriterionKeys.Failed => Failed(conduct),
                    CriterionKeys.Promise => Promise(recordal),
                    _ => throw new InvalidOperationException($"No criterion {criterion.Key}."),
                };
                return new CriterionAssessment(criterion.Key, criterion.Name, verdict, found, criterion.Rule, criterion.Source, criterion.Confidence);
            }),
        ];
    }

    /// <summary>Pre-examinations that ended: failed, or passed on. One that came back for correction has not.</summary>
    public async Task<FirmConduct> ConductAsync(Guid firmId, DateTimeOffset now, CancellationToken ct)
    {
        var since = ChinaTime.DateOf(now).AddMonths(-reference.Recordals.Conduct.Months);
        var start = ChinaTime.StartOfDay(since);
        var decisions = await (
            from decision in db.Decisions.AsNoTracking()
            join file in db.Cases.AsNoTracking() on decision.CaseId equals file.Id
            where file.FirmId == firmId && file.Kind == CaseKind.DesignApplication && decision.At >= start && DecideExamination.Tasks.Contains(decision.Task)
            select new { decision.CaseId, decision.Outcome, decision.At, decision.TrailPlace, file.Stage, Ended = file.Outcome }).ToListAsync(ct);
        var latest = decisions.GroupBy(d => d.CaseId).Select(g => g.MaxBy(d => (d.At, d.TrailPlace))!).ToList();
        var failed = latest.Count(d => d is { Outcome: "refuse", Ended: "refused" });
        var passed = latest.Count(d => d.Outcome == "pass" && !BeforeTheResult.Contains(d.Stage));
        return new(since, failed + passed, failed);
    }

    private (CriterionVerdict Verdict, Bilingual Found) Place(RecordalFacts facts)
    {
        var region = reference.Center.Region;
        return (
            reference.Center.Serves(facts.PlaceCode) ? CriterionVerdict.Met : CriterionVerdict.NotMet,
            new($"登记地代码 {facts.PlaceCode}，本中心服务 {string.Join("、", region)}", $"registered at {facts.PlaceCode}; the centre serves {string.Join(", ", region)}"));
    }

    private (CriterionVerdict Verdict, Bilingual Found) Subject(RecordalFacts facts, Firm firm)
    {
        var individual = facts.Kind == FirmKind.IndividualBusiness || UnifiedSocialCreditCode.Read(firm.CreditCode).Value?.IsIndividualBusiness == true;
        return (individual, facts.Kind, reference.Center.IndividualBusinessesEligible) switch
        {
            (true, _, true) => (CriterionVerdict.Met, new("个体工商户，本中心可以备案", "an individual business; this centre records them")),
            (true, _, false) => (CriterionVerdict.NotMet, new("个体工商户，本中心不予备案", "an individual business; this centre does not record them")),
            (true, _, null) => (CriterionVerdict.Unknown, new("个体工商户能否备案，本中心尚未确认，请先请示", "whether individual businesses may be recorded is not settled: ask first")),
            (_, FirmKind.Other, _) => (CriterionVerdict.Unknown, new("填写为“其他”，请核对是否为独立法人", "it says “other”: check whether it is an independent legal person")),
            (_, FirmKind.Cooperative, _) => (CriterionVerdict.Met, new("农民专业合作社", "a farmers' cooperative")),
            _ => (CriterionVerdict.Met, new("公司或其他企业", "a company")),
        };
    }

    private static (CriterionVerdict Verdict, Bilingual Found) Code(RecordalFacts facts, Firm firm)
    {
        var reading = UnifiedSocialCreditCode.Read(firm.CreditCode);
        var placeDiffers = reading.Value is { } code && code.Adcode != facts.PlaceCode;
        var zh = string.Concat(reading.Problems.Select(p => p.Reason.Zh));
        var en = string.Join(' ', reading.Problems.Select(p => p.Reason.En));
        return (
            !reading.IsUsable ? CriterionVerdict.NotMet : reading.HasWarnings || placeDiffers ? CriterionVerdict.Unknown : CriterionVerdict.Met,
            new($"{firm.CreditCode} {zh}{(placeDiffers ? $"代码中的登记机关地为 {reading.Value!.Adcode}，与登记地不同。" : "")}".TrimEnd(),
                $"{firm.CreditCode} {en}{(placeDiffers ? $" The code names {reading.Value!.Adcode} as the place of registration." : "")}".TrimEnd()));
    }

    /// <summary>The licence of the request; of a renewal that brought none, the one that the firm sent last.</summary>
    public async Task<RecordalPaper?> LicenceAsync(Recordal recordal, CancellationToken ct)
    {
        var papers = await (
            from paper in db.RecordalPapers.AsNoTracking()
            join other in db.Recordals.AsNoTracking() on paper.RecordalId equals other.Id
            where other.FirmId == recordal.FirmId && paper.ReplacedAt == null
            select paper).ToListAsync(ct);
        return papers.FirstOrDefault(p => p.RecordalId == recordal.Id) ?? papers.Where(p => p.UploadedAt < recordal.SubmittedAt).OrderBy(p => p.UploadedAt).ThenBy(p => p.Id).LastOrDefault();
    }

    /// <summary>A file is not read by the software: a person compares it, or the original at the counter, with what the firm said.</summary>
    private static (CriterionVerdict Verdict, Bilingual Found) Licence(RecordalPaper? paper, Recordal recordal, Firm firm) => (
        CriterionVerdict.Unknown,
        paper is null
            ? new("未上传，请当面核对原件", "none was sent: look at the original at the counter")
            : new($"{ChinaTime.DateOf(paper.UploadedAt):yyyy年M月d日}上传{(paper.RecordalId == recordal.Id ? "" : "（以前的申请）")}，请核对名称、{firm.CreditCode} 和经营者",
                $"sent on {ChinaTime.DateOf(paper.UploadedAt):yyyy-MM-dd}{(paper.RecordalId == recordal.Id ? "" : " with an earlier request")}: compare name, {firm.CreditCode} and the person who runs it"));

    private (CriterionVerdict Verdict, Bilingual Found) Classes(Recordal recordal)
    {
        var accepted = reference.Center.AcceptedClasses;
        var outside = recordal.Classes.Where(code => !accepted.Include(code)).ToList();
        var settled = accepted.Status == AcceptedClassesStatus.Approved;
        return (
            outside.Count == 0 ? CriterionVerdict.Met
                : settled && outside.Count == recordal.Classes.Count ? CriterionVerdict.NotMet
                : CriterionVerdict.Unknown,
            outside.Count > 0
                ? new($"不在受理范围：{string.Join("、", outside)}。{accepted.Note.Zh}", $"not accepted: {string.Join(", ", outside)}. {accepted.Note.En}")
                : new($"{string.Join("、", recordal.Classes)} 均在受理范围。{accepted.Note.Zh}", $"all accepted: {string.Join(", ", recordal.Classes)}. {accepted.Note.En}"));
    }

    private static (CriterionVerdict Verdict, Bilingual Found) Abnormal() => (
        CriterionVerdict.Unknown,
        new("非正常申请由国家知识产权局认定，本系统没有这项记录，请查询后填写结果", "findings of abnormal applications are the national office's and not in this system: look them up and say what was found"));

    private (CriterionVerdict Verdict, Bilingual Found) Failed(FirmConduct conduct)
    {
        var rule = reference.Recordals.Conduct;
        var (zhSince, enSince) = ($"{conduct.Since:yyyy年M月d日}以来", $"since {conduct.Since:yyyy-MM-dd}");
        return conduct.Decided == 0
            ? (CriterionVerdict.Met, new($"{zhSince}没有出结果的预审", $"no pre-examination ended {enSince}"))
            : (conduct.FailedShare > rule.FailedShare ? CriterionVerdict.NotMet : CriterionVerdict.Met,
                new($"{zhSince}出结果的预审 {conduct.Decided} 件，其中不合格 {conduct.Failed} 件（{conduct.FailedShare:P0}）",
                    $"{conduct.Decided} pre-examinations ended {enSince}, of which {conduct.Failed} failed ({conduct.FailedShare:P0})"));
    }

    private static (CriterionVerdict Verdict, Bilingual Found) Promise(Recordal recordal)
    {
        var day = ChinaTime.DateOf(recordal.PromisedAt);
        return (CriterionVerdict.Met, new($"{day:yyyy年M月d日}签署", $"signed on {day:yyyy-MM-dd}"));
    }
}
