using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Results;

namespace IpCenter.Web.Pages.Examine;

/// <summary>What the examiner chose, ticked and wrote; the letter is shown before it counts.</summary>
public sealed class DecisionAnswers
{
    public const string Preview = "preview";
    public const string Edit = "edit";
    public const string Confirm = "confirm";

    private const string RulePrefix = "rule:";
    private const string RemarkPrefix = "remark:";

    [Required(ErrorMessage = "required")]
    public string? Outcome { get; set; }

    [StringLength(4000, ErrorMessage = "too-long:{1}")]
    public string? Reason { get; set; }

    /// <summary>Defects of the checklist and automatic remarks that go into the request for correction.</summary>
    public List<string> Ticked { get; set => field = value ?? []; } = [];

    /// <summary>The examiner's own points, one to a line.</summary>
    [StringLength(4000, ErrorMessage = "too-long:{1}")]
    public string? Points { get; set; }

    public string? Step { get; set; }

    public static string OfRule(string ruleId) => RulePrefix + ruleId;

    public static string OfRemark(Guid id) => $"{RemarkPrefix}{id}";

    public ExaminationInput For(ExaminationCase examined) => new()
    {
        WorkItemId = examined.Task.Id,
        Outcome = Outcome ?? "",
        Reason = Reason?.Trim() ?? "",
        Points = Outcome == "correct" ? [.. Chosen(examined), .. Own()] : [],
    };

    /// <summary>What was wrong, at the field of this form that it concerns.</summary>
    public static RuleViolation AtItsField(RuleViolation violation) => violation with
    {
        Field = violation.Field switch { "outcome" => nameof(Outcome), "reason" => nameof(Reason), "points" => nameof(Points), _ => null },
    };

    private IEnumerable<CorrectionPoint> Chosen(ExaminationCase examined)
    {
        foreach (var item in examined.Checklist.Where(i => Ticked.Contains(OfRule(i.RuleId))))
            yield return new(item.RuleId, item.Remarks is [var remark, ..] ? remark.Place.ToString() : "application",
                item.Defect.Zh + item.Fix.Zh, $"{item.Defect.En} {item.Fix.En}");
        foreach (var remark in examined.Remarks.Where(r => r.OverruledAt is null && Ticked.Contains(OfRemark(r.Id))))
            yield return new(remark.RuleId, remark.Place, remark.MessageZh + remark.FixZh, $"{remark.MessageEn} {remark.FixEn}");
    }

    private IEnumerable<CorrectionPoint> Own() => (Points ?? "")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => new CorrectionPoint("", "application", line, line));
}
