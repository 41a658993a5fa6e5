namespace IpCenter.Casework.Letters;

/// <summary>Why a case leaves the fast lane, as the process names it, in words for the applicant.</summary>
public static class LeaveReasons
{
    /// <summary>The examiner's own decision: the reason is the examiner's.</summary>
    public const string Examiner = "examiner";

    public const string FeeLate = "fee-late";

    private static readonly Dictionary<string, Bilingual> Words = new()
    {
        [Examiner] = new("审查员认为不宜走快速通道", "The examiner found that the case does not suit the fast lane"),
        ["too-many-rounds"] = new("补正超过两轮", "More than two rounds of correction"),
        ["correction-lapsed"] = new("逾期未补正", "The correction did not come in time"),
        ["filing-lapsed"] = new("预审合格后未按期提交", "The application was not filed in time after passing"),
        [FeeLate] = new("申请费未在受理当日或次一工作日缴纳", "The fee was not paid on the day of acceptance or the next working day"),
        ["mark-rejected"] = new("国知局未予打标", "The national office did not set the fast-track mark"),
    };

    /// <summary>The words of a code; other text is a person's and reads the same in both languages.</summary>
    public static Bilingual Of(string reason) => Words.GetValueOrDefault(reason) ?? Bilingual.Same(reason);
}
