using System.Collections.Frozen;
using System.Text;

namespace IpCenter.Casework.Imports;

/// <summary>The columns of a table of designs (docs/import.md).</summary>
public enum ImportColumn
{
    Number,
    Title,
    Class,
    Owner,
    Use,
    Brief,
    Filed,
    Announced,
    Expires,
    Status,
    Source,
    Pictures,

    /// <summary>In a table of refused rows: the import whose pictures are meant.</summary>
    PicturesFrom,

    /// <summary>In a table of refused rows: why; not read.</summary>
    Problems,
}

/// <summary>The names by which columns are known, in English and in Chinese; the first of each is the one that is written.</summary>
public static class ImportColumns
{
    private static readonly (ImportColumn Column, string[] English, string[] Chinese)[] Names =
    [
        (ImportColumn.Number, ["number", "patent number", "publication number", "registration number"], ["专利号", "号码", "编号", "公告号", "授权公告号", "公开号", "申请号", "登记号"]),
        (ImportColumn.Title, ["title", "product name", "name", "product"], ["产品名称", "名称", "外观设计名称", "设计名称", "产品"]),
        (ImportColumn.Class, ["class", "locarno", "locarno class"], ["分类号", "洛迦诺分类号", "分类", "洛迦诺分类"]),
        (ImportColumn.Owner, ["owner", "holder", "applicant", "proprietor"], ["专利权人", "权利人", "申请人", "所有人"]),
        (ImportColumn.Use, ["use", "purpose"], ["用途", "产品用途"]),
        (ImportColumn.Brief, ["brief", "brief description", "description"], ["简要说明", "说明"]),
        (ImportColumn.Filed, ["filed", "filed on", "filing date", "application date"], ["申请日", "申请日期"]),
        (ImportColumn.Announced, ["announced", "announced on", "published", "publication date", "announcement date"], ["授权公告日", "公告日", "公告日期", "公开日"]),
        (ImportColumn.Expires, ["expires", "expires on", "expiry date"], ["届满日", "到期日", "失效日", "期满日"]),
        (ImportColumn.Status, ["status", "legal status"], ["法律状态", "状态"]),
        (ImportColumn.Source, ["source"], ["来源", "数据来源", "出处"]),
        (ImportColumn.Pictures, ["pictures", "images", "views"], ["图片", "视图", "图片文件"]),
        (ImportColumn.PicturesFrom, ["pictures from"], ["图片来自"]),
        (ImportColumn.Problems, ["problems"], ["问题"]),
    ];

    private static readonly FrozenDictionary<string, ImportColumn> ByName = Names
        .SelectMany(n => n.English.Concat(n.Chinese), (n, name) => (name, n.Column))
        .ToFrozenDictionary(n => n.name, n => n.Column);

    /// <summary>The name in Chinese and in English.</summary>
    public static Bilingual NameOf(ImportColumn column)
    {
        var (_, english, chinese) = Names[(int)column];
        return new(chinese[0], english[0]);
    }

    /// <summary>The column that a heading names; <c>null</c> for one that is not known.</summary>
    public static ImportColumn? Find(string heading) =>
        ByName.TryGetValue(heading.Normalize(NormalizationForm.FormKC).Trim().Replace('_', ' ').ToLowerInvariant(), out var column) ? column : null;
}
