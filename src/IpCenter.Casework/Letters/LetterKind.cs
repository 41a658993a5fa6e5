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
}
