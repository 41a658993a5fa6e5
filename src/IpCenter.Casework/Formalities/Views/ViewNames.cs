using System.Collections.Frozen;
using System.Text;

namespace IpCenter.Casework.Formalities.Views;

/// <summary>
/// The view names that the office accepts, their order, the names that people use instead, and their ST.96 types.
/// Source: 专利审查指南(2023)第一部分第三章4.2.1; ST.96 V6.0 ViewTypeCategory. ST.96 has no type for the states of a
/// variable or assembled product; they are exported as "Reference".
/// </summary>
public static class ViewNames
{
    /// <summary>All kinds in filing order.</summary>
    public static IReadOnlyList<ViewDefinition> All { get; } =
    [
        Face(ViewKind.Front, "主视图", "Front", ["正视图", "前视图", "正面图", "正面", "正面视图", "front", "front view"]),
        Face(ViewKind.Back, "后视图", "Back", ["背视图", "背面图", "背面", "反面", "背面视图", "back", "back view", "rear view"]),
        Face(ViewKind.Left, "左视图", "Left", ["左侧视图", "左面图", "左侧", "左侧面", "左边", "left", "left view"]),
        Face(ViewKind.Right, "右视图", "Right", ["右侧视图", "右面图", "右侧", "右侧面", "右边", "right", "right view"]),
        Face(ViewKind.Top, "俯视图", "Top", ["顶视图", "上视图", "顶面", "顶部", "上面", "top", "top view"]),
        Face(ViewKind.Bottom, "仰视图", "Bottom", ["底视图", "下视图", "底面", "底部", "下面", "bottom", "bottom view"]),
        Other(ViewKind.Perspective, "立体图", "Perspective", "Perspective", [], ["透视图", "轴测图", "等轴测图", "斜视图", "perspective", "perspective view"]),
        Other(ViewKind.Unfolded, "展开图", "Unfolded", "Unfolded", [], ["展开视图", "平铺图", "unfolded"]),
        Other(ViewKind.Section, "剖视图", "Sectional view", "Cross sectional", [], ["剖切图", "section"]),
        Other(ViewKind.CrossSection, "剖面图", "Cross section", "Cross sectional", ["断面图"], ["截面图", "cross section"]),
        Other(ViewKind.Enlarged, "放大图", "Enlarged", "Enlarged", [], ["细节图", "特写图", "特写", "细节", "enlarged", "detail"]),
        Other(ViewKind.Exploded, "爆炸图", "Exploded", "Exploded", ["分解状态图"], ["分解图", "拆分图", "exploded"]),
        Other(ViewKind.ChangedState, "变化状态图", "Changed state", "Reference", [], ["变化图", "状态变化图", "changed state"]),
        Other(ViewKind.CombinedState, "组合状态图", "Combined state", "Reference", [], ["组合图", "组装图", "combined state"]),
        Other(ViewKind.UseReference, "使用状态参考图", "Use reference", "Reference", ["使用状态图"], ["使用图", "效果图", "模特图", "上身图", "参考图", "场景图", "reference"]),
    ];

    /// <summary>The six views by projection, in filing order.</summary>
    public static IReadOnlyList<ViewKind> Orthographic { get; } = [.. All.Where(view => view.IsOrthographic).Select(view => view.Kind)];

    private static readonly FrozenDictionary<ViewKind, ViewDefinition> ByKind = All.ToFrozenDictionary(view => view.Kind);

    private static readonly FrozenDictionary<string, ViewKind> Standard = All
        .SelectMany(view => view.Synonyms.Prepend(view.Name.Zh), (view, name) => (name, view.Kind))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ViewKind> Alias = All
        .SelectMany(view => view.Aliases, (view, name) => (name, view.Kind))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Kind, StringComparer.OrdinalIgnoreCase);

    public static ViewDefinition Of(ViewKind kind) => ByKind[kind];

    /// <summary>The kind that a bare standard name names; null for every other name.</summary>
    public static ViewKind? FindStandard(string name) => Standard.TryGetValue(Normal(name), out var kind) ? kind : null;

    /// <summary>The kind that people mean by a name that is not standard; null when nobody can tell.</summary>
    public static ViewKind? FindAlias(string name) => Alias.TryGetValue(Normal(name), out var kind) ? kind : null;

    private static string Normal(string name) => name.Normalize(NormalizationForm.FormKC).Trim();

    private static ViewDefinition Face(ViewKind kind, string zh, string en, string[] aliases) =>
        new(kind, new Bilingual(zh, $"{en} view"), en, IsOrthographic: true, [], aliases);

    private static ViewDefinition Other(ViewKind kind, string zh, string en, string st96, string[] synonyms, string[] aliases) =>
        new(kind, new Bilingual(zh, en.EndsWith("view", StringComparison.Ordinal) || en.EndsWith("section", StringComparison.Ordinal) ? en : $"{en} view"), st96, IsOrthographic: false, synonyms, aliases);
}
