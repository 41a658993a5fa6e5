namespace IpCenter.Casework.Letters;

/// <summary>The letters that the centre writes in a design application.</summary>
public enum LetterKind
{
    /// <summary>预审合格通知书</summary>
    Passed,

    /// <summary>补正通知书</summary>
    Correction,

    /// <summary>预审不合格通知书</summary>
    Refused,

    /// <summary>退出快速通道通知书</summary>
    LeftFastLane,

    /// <summary>办理登记手续告知书: the notice of grant has come; what to pay, until when and where.</summary>
    GrantNotice,

    /// <summary>授权公告告知书</summary>
    Registered,

    /// <summary>国知局驳回告知书</summary>
    OfficeRefused,

    /// <summary>视为撤回告知书</summary>
    DeemedWithdrawn,

    /// <summary>视为放弃取得专利权告知书</summary>
    DeemedAbandoned,

    /// <summary>逾期缴费退出快速通道通知书</summary>
    FeeLate,

    /// <summary>恢复快速通道通知书</summary>
    FastLaneRestored,
}
