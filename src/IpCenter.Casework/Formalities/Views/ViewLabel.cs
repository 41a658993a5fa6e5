using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IpCenter.Casework.Formalities.Views;

/// <summary>What stands before a view name when an application holds several designs or parts (细则第四十条第三款).</summary>
public enum ViewPrefix
{
    None,

    /// <summary>设计1…, for similar designs</summary>
    Design,

    /// <summary>套件1…, for a set</summary>
    SetItem,

    /// <summary>组件1…, for a product of several components</summary>
    Component,
}

/// <summary>A full view name, taken apart: "设计2立体图1" is prefix Design 2, kind Perspective, ordinal 1.</summary>
/// <param name="Kind">The kind of view.</param>
/// <param name="Prefix">The word before the name.</param>
/// <param name="PrefixNumber">Its number; null without a prefix.</param>
/// <param name="ComponentNumber">The number of a component inside a design or set item ("套件1组件2主视图"); null without.</param>
/// <param name="Mark">The letters of a section or the part of an enlargement ("A-A", "A部", "局部"); empty without.</param>
/// <param name="Ordinal">The number after the name; null without.</param>
/// <param name="IsStandard">False when the name is one that people use and the office does not accept.</param>
public sealed partial record ViewLabel(
    ViewKind Kind,
    ViewPrefix Prefix = ViewPrefix.None,
    int? PrefixNumber = null,
    int? ComponentNumber = null,
    string Mark = "",
    int? Ordinal = null,
    bool IsStandard = true)
{
    /// <summary>The standard Chinese name.</summary>
    public string Zh => PrefixZh + (ComponentNumber is { } component && Prefix != ViewPrefix.Component ? $"组件{component}" : "")
        + Mark + ViewNames.Of(Kind).Name.Zh + Ordinal?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Both names.</summary>
    public Bilingual Name => new(Zh, PrefixEn + (Mark.Length == 0 ? "" : $"{Mark} ") + ViewNames.Of(Kind).Name.En
        + (Ordinal is { } number ? string.Create(CultureInfo.InvariantCulture, $" {number}") : ""));

    /// <summary>Takes a name apart; null when it names no view. Width and digit forms are folded (NFKC).</summary>
    public static ViewLabel? Parse(string name)
    {
        var match = Pattern().Match(name.Normalize(NormalizationForm.FormKC).Trim());
        if (!match.Success)
            return null;
        var bare = match.Groups["name"].Value;
        var standard = ViewNames.FindStandard(bare);
        if ((standard ?? ViewNames.FindAlias(bare)) is not { } kind)
            return null;
        var prefix = match.Groups["prefix"].Value switch
        {
            "设计" => ViewPrefix.Design,
            "套件" => ViewPrefix.SetItem,
            _ => match.Groups["component"].Success ? ViewPrefix.Component : ViewPrefix.None,
        };
        var component = Number(match.Groups["component"]);
        return new ViewLabel(
            kind, prefix, prefix == ViewPrefix.Component ? component : Number(match.Groups["number"]), component,
            match.Groups["mark"].Value, Number(match.Groups["ordinal"]), standard is not null);
    }

    private string PrefixZh => Prefix switch
    {
        ViewPrefix.Design => $"设计{PrefixNumber}",
        ViewPrefix.SetItem => $"套件{PrefixNumber}",
        ViewPrefix.Component => $"组件{PrefixNumber}",
        _ => "",
    };

    private string PrefixEn => (Prefix switch
    {
        ViewPrefix.Design => $"Design {PrefixNumber}: ",
        ViewPrefix.SetItem => $"Set item {PrefixNumber}: ",
        ViewPrefix.Component => $"Component {PrefixNumber}: ",
        _ => "",
    }) + (ComponentNumber is { } component && Prefix != ViewPrefix.Component ? $"component {component}, " : "");

    private static int? Number(Group group) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?:(?<prefix>设计|套件)(?<number>[1-9][0-9]?))?(?:组件(?<component>[1-9][0-9]?))?(?<mark>(?:[A-Z](?:-[A-Z])?部?|局部)(?=\p{IsCJKUnifiedIdeographs}))?(?<name>\D.*?)(?<ordinal>[1-9][0-9]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
