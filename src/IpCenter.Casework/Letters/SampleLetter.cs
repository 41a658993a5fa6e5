using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Letters;

/// <summary>Shows how a template reads, with values of nobody.</summary>
public sealed class SampleLetter(LetterWording wording, OfficeRemedies remedies, ReferenceLibrary reference)
{
    public LetterPage Write(ReadOnlyMemory<byte> template, LetterKind kind, LetterLanguage language, DateTimeOffset now)
    {
        var isChinese = language == LetterLanguage.Chinese;
        var facts = new LetterFacts
        {
            Kind = kind,
            LetterNumber = "CX-D-2026-00000-01",
            CaseNumber = "CX-D-2026-00000",
            Product = isChinese ? "马面裙（示例）" : "Pleated skirt (example)",
            Firm = isChinese ? "示例服饰有限公司" : "Example Costumes Ltd",
            FirmAddress = isChinese ? "示例路 1 号" : "1 Example Road",
            IssuedAt = now,
            Round = 1,
            Due = DraftLetter.DueIn(kind, now, reference),
            Reason = new("这里是审查员写的话。", "Here stands what the examiner writes."),
            Points =
            [
                new CorrectionPoint("", "application", "第一条意见，说明哪里需要补正。", "A first point that says what is to be corrected."),
                new CorrectionPoint("BRIEF-01", "application", "第二条意见，附有依据。", "A second point, with its basis."),
            ],
        };
        if (LetterContents.Of(kind).Own.Contains(LetterField.OfficeNumber))
            facts = OfOffice(facts, ChinaTime.DateOf(now));
        return LetterPageReading.Read(LetterTemplateFile.Fill(template, wording.Values(facts, language), reference.Center.Name.Zh));
    }

    /// <summary>With every field that a letter about the office may have; the number is none that the office gives.</summary>
    private LetterFacts OfOffice(LetterFacts facts, DateOnly today)
    {
        var due = facts.Kind switch
        {
            LetterKind.OfficeRefused or LetterKind.DeemedWithdrawn or LetterKind.DeemedAbandoned => remedies.Of(facts.Kind, Nobody, today, today).Due,
            LetterKind.FastLaneRestored => null,
            LetterKind.FeeLate => LetterDues.Of(NominalDeadline.ComputeOrNominal(reference.Deadlines[DeadlineKeys.FilingFeeByLaw], today, reference.Calendar)),
            LetterKind.Registered => LetterDues.Of(NominalDeadline.ComputeOrNominal(reference.Deadlines[DeadlineKeys.AnnualFee], today, reference.Calendar)),
            _ => LetterDues.Of(NominalDeadline.ComputeOrNominal(reference.Deadlines[DeadlineKeys.Registration], today, reference.Calendar)),
        };
        var fee = facts.Kind == LetterKind.FeeLate ? reference.Fees.Quote("design-filing", today, reduced: true) : reference.Fees.AnnualFee(1, 0, today, reduced: true);
        return facts with
        {
            Due = due,
            Office = new()
            {
                OfficeNumber = "202600000000.0",
                NoticeOn = today,
                PatentNumber = "ZL202600000000.0",
                AnnouncedOn = today,
                Fees = [fee],
                LaneDay = today,
                PaidOn = today,
                Remedy = remedies.Of(facts.Kind, Nobody, today, today).Words,
            },
        };
    }

    private static readonly DesignApplication Nobody = new() { Id = Guid.Empty, FirmId = Guid.Empty };
}
