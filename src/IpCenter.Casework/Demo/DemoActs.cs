using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Office;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Referrals;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Demo;

/// <summary>What each act of the demo does: always by the use case that a person would use.</summary>
internal sealed class DemoActs(DemoFilings filings)
{
    public static Guid CaseOf(DemoStory story) => DemoIds.Of($"case:{story.Key}");

    public Task DoAsync(DemoStory story, DemoAct act, DemoStage stage, CancellationToken ct) => act switch
    {
        DemoAct.Draft => filings.DraftAsync(story, stage, ct),
        DemoAct.Submit => filings.SubmitAsync(story, stage, ct),
        DemoAct.Report => filings.ReportAsync(story, stage, ct),
        DemoAct.Pass => ExamineAsync(story, stage, "pass", "", [], ct),
        DemoAct.Refuse => ExamineAsync(story, stage, "refuse", "与在先公告的外观设计仅有颜色差别，整体视觉效果无明显区别（专利法第二十三条第二款）。", [], ct),
        DemoAct.RefuseAgain => ExamineAsync(story, stage, "refuse",
            "经与登记册中在先公告的“猫抓球”逐一视图对比：缠绳球体、碗形底座和球顶装饰的组合方式相同，区别仅在颜色，整体视觉效果无明显区别（专利法第二十三条第二款）。", [], ct),
        DemoAct.AskCorrection => ExamineAsync(story, stage, "correct", "请按下列要点补正，其余内容符合要求。",
        [
            .. filings.FlawsOf(story).Select(f => f.Point),
            new("BRIEF-01", "brief.designPoints", "设计要点请写明在于形状、图案还是其结合。", "Say whether the design lies in the shape, the pattern or both."),
        ], ct),
        DemoAct.Resubmit => ResubmitAsync(story, stage, ct),
        DemoAct.ConfirmReading => ConfirmReadingAsync(story, stage, ct),
        DemoAct.ReturnReading => ReturnReadingAsync(story, stage, ct),
        DemoAct.NameWrongCode => DemoCodes.NameAsync(story, stage, ct),
        DemoAct.FreeCode => DemoCodes.FreeAsync(stage, ct),
        DemoAct.FileAtOffice => FileAtOfficeAsync(story, stage, ct),
        DemoAct.PayFee => PayFeeAsync(story, stage, promises: false, ct),
        DemoAct.PromiseFee => PayFeeAsync(story, stage, promises: true, ct),
        DemoAct.SupplyDocument => DemoDocuments.SupplyAsync(story, stage, ct),
        DemoAct.AcceptDocument => DemoDocuments.JudgeAsync(story, DocumentJudgement.Accept, null, stage, ct),
        DemoAct.ReturnDocument => DemoDocuments.JudgeAsync(story, DocumentJudgement.Return, "委托书没有代理机构盖章，请盖章后重新扫描。", stage, ct),
        DemoAct.WaiveDocument => DemoDocuments.JudgeAsync(story, DocumentJudgement.Waive, "该代理机构已向中心备案总委托书，本案不再单独提交。", stage, ct),
        DemoAct.Mark => MarkAsync(story, stage, ct),
        DemoAct.GrantNotice => GrantNoticeAsync(story, stage, ct),
        DemoAct.Grant => GrantAsync(story, stage, ct),
        DemoAct.OfficeRefuse => OfficeRefuseAsync(story, stage, ct),
        DemoAct.Withdraw => WithdrawAsync(story, stage, ct),
        DemoAct.Pause => PauseAsync(story, stage, ct),
        DemoAct.RouteToCourt => RouteToCourtAsync(story, stage, ct),
        DemoAct.StateClaim => StateClaimAsync(story, stage, ct),
        DemoAct.ConfirmVenue => ConfirmVenueAsync(story, stage, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    private static async Task ExamineAsync(
        DemoStory story, DemoStage stage, string outcome, string reason, IReadOnlyList<CorrectionPoint> points, CancellationToken ct)
    {
        // Two examiners share the work, as the key of the story falls.
        var (viewer, actor) = await stage.AsAsync(story.Key.Length % 2 == 0 ? "examiner" : "examiner2", ct);
        var item = await RequireAsync(story, stage, "Examine");
        // Opened before it is decided, as on any desk: what examining takes is measured by it.
        var opened = stage.At.AddMinutes(-25 - 7 * (story.Key.Length % 6));
        stage.Get<AuditTrail>().RecordRead(actor with { At = opened }, $"application:{CaseOf(story)}", CaseOf(story), "examination");
        if (outcome == "pass")
            await JudgeAsync(story, stage, viewer, actor, ct);
        DemoStage.Must(await stage.Get<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = item, Outcome = outcome, Reason = reason, Points = points }, viewer, actor, ct));
    }

    /// <summary>A case passes once every probable look-alike is judged.</summary>
    private static async Task JudgeAsync(DemoStory story, DemoStage stage, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var id = CaseOf(story);
        var db = stage.Get<CaseworkDbContext>();
        foreach (var lead in await db.PriorDesignLeads
            .Where(l => l.ApplicationId == id && l.Judgement == LeadJudgement.Open && l.Probability >= DecideExamination.Probable).Select(l => l.Id).ToListAsync(ct))
            DemoStage.Must(await stage.Get<JudgeLead>().ExecuteAsync(lead, LeadJudgement.NotRelevant, "图案布局和局部造型不同，整体视觉效果有明显差别。", viewer, actor, ct));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Only where the sample drew the case, or the decision was a refusal.</summary>
    private static async Task ConfirmReadingAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        if (await stage.TaskAsync(CaseOf(story), "SecondReading") is not { } item)
            return;
        var (viewer, actor) = await stage.AsAsync("reviewer", ct);
        DemoStage.Must(await stage.Get<ConfirmSecondReading>().ExecuteAsync(item.Id, "confirm", "复核意见与预审意见一致。", viewer, actor, ct));
    }

    private static async Task ReturnReadingAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var item = await RequireAsync(story, stage, "SecondReading");
        var (viewer, actor) = await stage.AsAsync("reviewer", ct);
        DemoStage.Must(await stage.Get<ConfirmSecondReading>().ExecuteAsync(
            new ReadingInput(item, ConfirmSecondReading.Return, ["reason"], "结论可以接受，但通知书没有写明与哪一件在先设计对比、哪些部位相同，申请人看不明白。请补充对比说明后再提交。"),
            viewer, actor, ct));
    }

    private async Task ResubmitAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.ForFirmAsync(story, ct);
        await filings.MendAsync(story, stage, ct);
        var item = await RequireAsync(story, stage, EditableApplications.CorrectionTask);
        DemoStage.Must(await stage.Get<SaveDraft>().ExecuteAsync(
            CaseOf(story), form => form with { Brief = form.Brief with { DesignPoints = "在于产品的形状、图案及其结合。" } }, "brief", viewer, actor, ct));
        DemoStage.Must(await stage.Get<AnswerCorrection>().ExecuteAsync(item, filings.FlawsOf(story).Count > 0 ? "已按要求重新拍摄，并补写设计要点。" : "已补写设计要点。", viewer, actor, ct));
    }

    private static async Task FileAtOfficeAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.ForFirmAsync(story, ct);
        var item = await RequireAsync(story, stage, RecordOfficeFiling.Task);
        var today = ChinaTime.DateOf(stage.At);
        DemoStage.Must(await stage.Get<RecordOfficeFiling>().ExecuteAsync(item, DemoNumbers.OfficeNumber(story), today, today, viewer, actor, ct));
    }

    private static async Task PayFeeAsync(DemoStory story, DemoStage stage, bool promises, CancellationToken ct)
    {
        var (viewer, actor) = await stage.ForFirmAsync(story, ct);
        await RequireAsync(story, stage, RecordFeePayment.Task);
        var proof = promises ? null : await DemoDocuments.ReadAsync($"Payment for {DemoNumbers.OfficeNumber(story)}", "缴费凭证.pdf", stage, ct);
        DemoStage.Must(await stage.Get<RecordFeePayment>().ExecuteAsync(
            CaseOf(story), new FeePayment(ChinaTime.DateOf(stage.At), proof, promises), viewer, actor, ct));
    }

    private static async Task MarkAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("examiner", ct);
        var item = await RequireAsync(story, stage, "MarkFastTrack");
        DemoStage.Must(await stage.Get<RecordFastTrackMark>().ExecuteAsync(item, "marked", "", viewer, actor, ct));
    }

    private static async Task GrantNoticeAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("examiner", ct);
        var item = await RequireAsync(story, stage, "RecordOfficeDecision");
        DemoStage.Must(await stage.Get<RecordGrantNotice>().ExecuteAsync(item, ChinaTime.DateOf(stage.At), "", viewer, actor, ct));
    }

    private static async Task GrantAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("examiner", ct);
        var item = await RequireAsync(story, stage, "RecordOfficeDecision");
        DemoStage.Must(await stage.Get<RecordOfficeDecision>().ExecuteAsync(
            item, new OfficeDecision(RecordOfficeDecision.Granted, DemoNumbers.OfficeNumber(story), ChinaTime.DateOf(stage.At)), viewer, actor, ct));
    }

    private static async Task OfficeRefuseAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("examiner", ct);
        var item = await RequireAsync(story, stage, "RecordOfficeDecision");
        DemoStage.Must(await stage.Get<RecordOfficeDecision>().ExecuteAsync(
            item, new OfficeDecision("refused", Reason: "与在先公开的设计相比无明显区别。", NoticeOn: ChinaTime.DateOf(stage.At)), viewer, actor, ct));
    }

    /// <summary>The pictures do not show how the stool folds: the applicant brings it to the counter.</summary>
    private static async Task PauseAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("supervisor", ct);
        var request = new PauseRequest(
            DemoIds.Of($"pause:{story.Key}"), CaseOf(story), "sample-inspection", "折叠结构在图片上看不清，申请人将把实物样品送到窗口核对。",
            stage.Get<ReferenceLibrary>().Calendar.AddWorkingDays(ChinaTime.DateOf(stage.At), 4), "申请人本人电话同意");
        DemoStage.Must(await stage.Get<PauseClock>().ExecuteAsync(request, viewer, actor, ct));
    }

    private static async Task WithdrawAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.ForFirmAsync(story, ct);
        DemoStage.Must(await stage.Get<WithdrawCase>().ExecuteAsync(CaseOf(story), "款式已改，准备重新提交。", viewer, actor, ct));
    }

    private static async Task RouteToCourtAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("rights", ct);
        var db = stage.Get<CaseworkDbContext>();
        foreach (var match in await db.ReportMatches.Where(m => m.ReportId == CaseOf(story)).OrderByDescending(m => m.Probability).Take(1).ToListAsync(ct))
            DemoStage.Must(await stage.Get<JudgeMatch>().ExecuteAsync(match.Id, LeadJudgement.Relevant, viewer, actor, ct));
        var item = await RequireAsync(story, stage, "Triage");
        DemoStage.Must(await stage.Get<DecideRoute>().ExecuteAsync(item, "court", "被诉产品与登记外观设计整体视觉效果相同，店铺重复上架，建议直接诉讼。", viewer, actor, ct));
    }

    private static async Task StateClaimAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("rights", ct);
        DemoStage.Must(await stage.Get<EditReferral>().ExecuteAsync(await ReferralOfAsync(story, stage, ct), new ReferralFacts
        {
            Cause = "design-patent-infringement",
            AmountYuan = 200_000,
            DefendantName = "云购直播“木趣小铺”经营者",
            DefendantPlace = "371721",
            ActPlaces = [],
        }, viewer, actor, ct));
    }

    private static async Task ConfirmVenueAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("rights", ct);
        var referral = await ReferralOfAsync(story, stage, ct);
        var item = await stage.TaskAsync(referral, ConfirmVenue.Tasks[0])
            ?? throw new InvalidOperationException("The demo's referral does not wait for its venue.");
        DemoStage.Must(await stage.Get<ConfirmVenue>().ExecuteAsync(
            new VenueConfirmation { WorkItemId = item.Id, Outcome = "confirmed" }, viewer, actor, ct));
    }

    private static async Task<Guid> ReferralOfAsync(DemoStory story, DemoStage stage, CancellationToken ct) =>
        (await stage.Get<CaseworkDbContext>().InfringementReports.FindAsync([CaseOf(story)], ct))!.ReferralId!.Value;

    private static async Task<Guid> RequireAsync(DemoStory story, DemoStage stage, string task) =>
        (await stage.TaskAsync(CaseOf(story), task))?.Id
        ?? throw new InvalidOperationException($"The demo case {story.Key} does not wait for {task} at {stage.At:O}: {await StageOfAsync(story, stage)}.");

    private static async Task<string> StageOfAsync(DemoStory story, DemoStage stage) =>
        (await stage.Get<CaseworkDbContext>().Cases.FindAsync(CaseOf(story)))?.Stage ?? "no case";
}
