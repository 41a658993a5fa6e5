namespace IpCenter.Casework.Designs;

/// <summary>What kinds of entries and states of a right are called, where a message or a certificate names them.</summary>
public static class RightNames
{
    public static Bilingual Of(RightEntryKind kind) => kind switch
    {
        RightEntryKind.Granted => new("授权", "grant"),
        RightEntryKind.Lapsed => new("未缴年费终止", "lapse for an unpaid fee"),
        RightEntryKind.Restored => new("权利恢复", "restoration"),
        RightEntryKind.Abandoned => new("放弃", "abandonment"),
        RightEntryKind.Expired => new("期限届满", "expiry"),
        RightEntryKind.Invalidated => new("宣告全部无效", "invalidation as a whole"),
        RightEntryKind.PartlyInvalidated => new("宣告部分无效", "invalidation in part"),
        RightEntryKind.Transferred => new("权利转移", "transfer"),
        RightEntryKind.Licensed => new("实施许可", "licence"),
        RightEntryKind.LicenceEnded => new("许可终止", "end of a licence"),
        RightEntryKind.Pledged => new("质押", "pledge"),
        RightEntryKind.PledgeReleased => new("质押注销", "release of a pledge"),
        RightEntryKind.Struck => new("更正注销", "struck entry"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Bilingual Of(DesignStatus status) => status switch
    {
        DesignStatus.InForce => new("有效", "in force"),
        DesignStatus.Lapsed => new("未缴年费终止", "lapsed for an unpaid fee"),
        DesignStatus.Abandoned => new("已放弃", "abandoned"),
        DesignStatus.Expired => new("已届满", "expired"),
        DesignStatus.Invalidated => new("已宣告无效", "invalidated"),
        DesignStatus.Unknown => new("状态未知", "of unknown status"),
        DesignStatus.PriorDesign => new("在先设计", "a prior design"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
