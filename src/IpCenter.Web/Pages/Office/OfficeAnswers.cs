using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Office;
using IpCenter.Casework.Results;

namespace IpCenter.Web.Pages.Office;

/// <summary>What the staff tell of an answer of the office; where a letter follows, it is shown before the answer counts.</summary>
public sealed class OfficeAnswers
{
    public const string Preview = "preview";
    public const string Edit = "edit";
    public const string Confirm = "confirm";

    [Required(ErrorMessage = "required")]
    public string? Outcome { get; set; }

    [StringLength(20, ErrorMessage = "too-long:{1}")]
    public string? PatentNumber { get; set; }

    public DateOnly? AnnouncedOn { get; set; }

    public DateOnly? NoticeOn { get; set; }

    [StringLength(2000, ErrorMessage = "too-long:{1}")]
    public string? Reason { get; set; }

    public string? Step { get; set; }

    public string ReasonGiven => Reason?.Trim() ?? "";

    public OfficeDecision Decision => new(Outcome!, PatentNumber?.Trim(), AnnouncedOn, ReasonGiven, NoticeOn);

    /// <summary>As the letter tells it: the number as it is written everywhere.</summary>
    public OfficeAnswer Answer => new(
        NoticeOn, PatentNumber is { Length: > 0 } number ? $"ZL{number.Trim().ToUpperInvariant().Replace("ZL", "", StringComparison.Ordinal)}" : null, AnnouncedOn,
        Outcome == RecordGrantNotice.Outcome ? null : ReasonGiven);

    public static RuleViolation AtItsField(RuleViolation violation) => violation with
    {
        Field = violation.Field switch
        {
            "outcome" => nameof(Outcome),
            "reason" => nameof(Reason),
            "noticeOn" => nameof(NoticeOn),
            "patentNumber" => nameof(PatentNumber),
            "announcedOn" => nameof(AnnouncedOn),
            _ => null,
        },
    };
}
