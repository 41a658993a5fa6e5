namespace IpCenter.Casework.Letters;

/// <summary>What a template can leave open.</summary>
public enum LetterField
{
    LetterNumber,
    CaseNumber,
    Product,
    Firm,
    FirmAddress,
    IssuedOn,
    Due,
    DueWhy,
    Reason,
    Round,
    CentreName,
    CentreContact,
    PointNumber,
    PointText,
    PointBasis,
    OfficeNumber,
    NoticeOn,
    Fees,
    Total,
    PayAt,
    PatentNumber,
    AnnouncedOn,
    LaneDay,
    PaidOn,
    Remedy,
}

/// <summary>The names by which a template calls its fields, and which letters have which.</summary>
public static class LetterFields
{
    private static readonly (LetterField Field, Bilingual Name)[] Named =
    [
        (LetterField.LetterNumber, new("文号", "LetterNumber")),
        (LetterField.CaseNumber, new("案号", "CaseNumber")),
        (LetterField.Product, new("产品名称", "Product")),
        (LetterField.Firm, new("单位名称", "Firm")),
        (LetterField.FirmAddress, new("单位地址", "FirmAddress")),
        (LetterField.IssuedOn, new("发文日期", "IssuedOn")),
        (LetterField.Due, new("期限", "Due")),
        (LetterField.DueWhy, new("期限说明", "DueWhy")),
        (LetterField.Reason, new("理由", "Reason")),
        (LetterField.Round, new("补正次数", "Round")),
        (LetterField.CentreName, new("中心名称", "CentreName")),
        (LetterField.CentreContact, new("中心联系方式", "CentreContact")),
        (LetterField.PointNumber, new("意见序号", "PointNumber")),
        (LetterField.PointText, new("意见内容", "PointText")),
        (LetterField.PointBasis, new("意见依据", "PointBasis")),
        (LetterField.OfficeNumber, new("申请号", "OfficeNumber")),
        (LetterField.NoticeOn, new("通知收到日", "NoticeOn")),
        (LetterField.Fees, new("费用明细", "Fees")),
        (LetterField.Total, new("应缴金额", "Total")),
        (LetterField.PayAt, new("缴费途径", "PayAt")),
        (LetterField.PatentNumber, new("专利号", "PatentNumber")),
        (LetterField.AnnouncedOn, new("授权公告日", "AnnouncedOn")),
        (LetterField.LaneDay, new("快速通道缴费期限", "LaneDay")),
        (LetterField.PaidOn, new("缴费日", "PaidOn")),
        (LetterField.Remedy, new("救济途径", "Remedy")),
    ];

    private static readonly Dictionary<string, LetterField> ByName = Named
        .SelectMany(n => new[] { (n.Name.Zh, n.Field), (n.Name.En, n.Field) })
        .ToDictionary(n => n.Item1, n => n.Field, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<LetterField> All { get; } = [.. Named.Select(n => n.Field)];

    public static Bilingual NameOf(LetterField field) => Named[(int)field].Name;

    public static bool TryParse(string name, out LetterField field) => ByName.TryGetValue(name.Trim(), out field);

    /// <summary>Written once for each point that is to be corrected; the row or paragraph around them is repeated.</summary>
    public static bool IsOfPoint(LetterField field) => field is LetterField.PointNumber or LetterField.PointText or LetterField.PointBasis;

    /// <summary>Fields that have a value in a letter of the kind.</summary>
    public static bool IsIn(LetterField field, LetterKind kind) => LetterContents.Everywhere.Contains(field) || LetterContents.Of(kind).Own.Contains(field);

    /// <summary>Without these a letter of the kind does not say what it is for.</summary>
    public static IReadOnlyList<LetterField> RequiredIn(LetterKind kind) => [LetterField.CaseNumber, LetterField.Firm, .. LetterContents.Of(kind).Required];
}
