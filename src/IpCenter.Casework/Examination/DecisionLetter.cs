using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Examination;

/// <summary>
/// What the applicant will read of an examiner's decision, paragraph by paragraph, shown to the examiner before it
/// is confirmed. The Chinese text is the one that counts.
/// </summary>
public sealed class DecisionLetter(ReferenceLibrary reference)
{
    /// <param name="points">What is to be corrected; only a request for correction has any.</param>
    public IReadOnlyList<Bilingual> Write(
        string outcome, string firm, string number, string product, string reason, IReadOnlyList<CorrectionPoint> points, DateTimeOffset now)
    {
        List<Bilingual> letter =
        [
            Bilingual.Same($"{firm}："),
            new($"你单位提交的外观设计快速预审申请“{product}”（案号 {number}）已经审查，现将结果通知如下。",
                $"Your design application “{product}” (case {number}) has been pre-examined. The result is as follows."),
            .. Result(outcome, now),
        ];
        letter.AddRange(points.Select((point, at) => new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {point.TextZh}{Rule(point, "（规则 {0}）")}"),
            string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {point.TextEn}{Rule(point, " (rule {0})")}"))));
        if (reason.Trim() is { Length: > 0 } words)
            letter.Add(outcome == "correct"
                ? new($"审查员说明：{words}", $"The examiner adds: {words}")
                : new($"理由：{words}", $"Reason: {words}"));
        letter.Add(new($"如有疑问，请联系本中心。{reference.Center.Contact.Zh}", $"With questions, please contact the centre. {reference.Center.Contact.En}"));
        letter.Add(new($"{reference.Center.Name.Zh}　{ChineseDay(now)}", $"{reference.Center.Name.En}, {EnglishDay(now)}"));
        return letter;
    }

    private IEnumerable<Bilingual> Result(string outcome, DateTimeOffset now) => outcome switch
    {
        "pass" =>
        [
            new($"预审合格。请在 {ChineseDay(Due(DeadlineKeys.OfficeFiling, now))} 前向国家知识产权局提交，并在受理当日或次一工作日缴纳申请费；逾期将失去快速通道。",
                $"Passed. Please file at the national office by {EnglishDay(Due(DeadlineKeys.OfficeFiling, now))} and pay the filing fee on the day of acceptance or the next working day; otherwise the fast lane is lost."),
            new("如本案被抽中质量复核，合格通知在复核完成后发出。", "If the case is drawn for a second reading, this notice goes out when that is done."),
        ],
        "correct" =>
        [
            new($"申请存在下列需要补正的内容，请在 {ChineseDay(Due(DeadlineKeys.Correction, now))} 前修改并重新提交。补正期间计入申请人时间。",
                $"The points below need correction. Please correct them and hand in again by {EnglishDay(Due(DeadlineKeys.Correction, now))}. The time of the correction counts on the applicant's clock."),
        ],
        "refuse" =>
        [
            new("预审不合格。本决定不影响你单位按普通程序直接向国家知识产权局申请。",
                "Not passed. This does not affect your right to apply to the national office in the ordinary way."),
        ],
        "leave" =>
        [
            new("本申请不适合快速通道，转按普通程序办理；你单位的权利不受影响。",
                "This application does not suit the fast lane and goes on in the ordinary way; your rights are untouched."),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No letter is written for this outcome."),
    };

    private DateTimeOffset Due(string key, DateTimeOffset now) => Deadline.Compute(reference.Deadlines[key], now, reference.Calendar).DueAt;

    private static string Rule(CorrectionPoint point, string format) =>
        point.RuleId.Length == 0 ? "" : string.Format(CultureInfo.InvariantCulture, format, point.RuleId);

    private static string ChineseDay(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string EnglishDay(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
