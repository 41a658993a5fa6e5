using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Letters;

/// <summary>What an applicant may do against the end of an application, and until when.</summary>
public sealed record OfficeRemedy(Bilingual Words, LetterDue Due);

/// <summary>
/// The ways that are open after the office refused, or holds the application withdrawn or the right abandoned. Only periods that stand in
/// the centre's data are counted; what does not stand there is said to be unknown.
/// </summary>
public sealed class OfficeRemedies(ReferenceLibrary reference)
{
    public OfficeRemedy Of(LetterKind kind, DesignApplication application, DateOnly? noticeOn, DateOnly today) => kind == LetterKind.OfficeRefused
        ? new(ReExamination(application, today), DueOf(DeadlineKeys.ReExamination, noticeOn))
        : new(Restoration(today), DueOf(DeadlineKeys.Restoration, noticeOn));

    private LetterDue DueOf(string key, DateOnly? noticeOn)
    {
        if (!reference.Deadlines.Contains(key) || reference.Deadlines[key] is not { IsCountable: true } rule)
            return LetterDues.Unknown(new("请求复审", "a request for re-examination"));
        return noticeOn is { } day ? LetterDues.Of(NominalDeadline.ComputeOrNominal(rule, day, reference.Calendar)) : LetterDues.FromUnknownDay(rule);
    }

    private Bilingual ReExamination(DesignApplication application, DateOnly today)
    {
        var applicants = application.Form.Applicants;
        var reduced = applicants.Count > 0 && applicants.All(a => a.FeeReductionRequested);
        var fee = reference.Fees.Quote("re-examination", today, reduced, Math.Max(1, applicants.Count)).Words();
        return new(
            $"对驳回决定不服的，可以向国家知识产权局请求复审。{fee.Zh}（以国家知识产权局公布的收费为准）。也可以按驳回理由修改设计或者图片后重新申请：重新申请以新的申请日为准，此前的公开可能影响新颖性。",
            $"If you do not accept the refusal you may ask the national office for re-examination. {fee.En} (the office’s own schedule counts). You may also file anew with what was refused put right: a new application has a new filing date, and what was disclosed before may cost its novelty.");
    }

    private Bilingual Restoration(DateOnly today)
    {
        var fee = reference.Fees.Quote("restoration", today).Words();
        return new(
            $"因不可抗拒的事由或者其他正当理由延误期限的，可以向国家知识产权局请求恢复权利：提交恢复权利请求书，说明理由，必要时附证明文件，并补办权利丧失前应当办理的手续（专利法实施细则第6条）。以其他正当理由请求恢复的，还应缴费：{fee.Zh}（以国家知识产权局公布的收费为准）。",
            $"Where a period was missed through force majeure or for another good reason you may ask the national office to restore the right: file the request with its reasons, with proof where needed, and do what had to be done before the right was lost (Implementing Regulations art. 6). For another good reason than force majeure a fee is due: {fee.En} (the office’s own schedule counts).");
    }
}
