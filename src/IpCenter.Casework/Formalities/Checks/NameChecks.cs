using System.Globalization;
using System.Text.RegularExpressions;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>NAME-01 to NAME-04: the product name (专利审查指南第一部分第三章4.1.1, 4.4.1, 4.5.1).</summary>
internal static partial class NameChecks
{
    private const string InterfaceWords = "图形用户界面";

    public static IEnumerable<Finding> Run(CheckContext context)
    {
        var name = ChineseText.Normal(context.Facts.ProductName);
        if (name.Length == 0)
            return [Defects.NameMissing.InField(FieldKeys.ProductName)];
        return [.. Agreement(context, name), .. Wording(context, name), .. Marks(context, name), .. PartialName(context, name), .. InterfaceName(context, name)];
    }

    private static IEnumerable<Finding> Agreement(CheckContext context, string name)
    {
        var brief = ChineseText.Normal(context.Facts.Brief?.ProductName ?? "");
        if (brief.Length > 0 && brief != name)
            yield return Defects.NamesDiffer.InField(FieldKeys.BriefProductName).With("request", name).With("brief", brief);
    }

    private static IEnumerable<Finding> Wording(CheckContext context, string name)
    {
        var length = new StringInfo(name).LengthInTextElements;
        if (length > context.Limits.MaxNameLength)
            yield return Found(Defects.NameTooLong).With("length", Text(length)).With("limit", Text(context.Limits.MaxNameLength))
                .Seen(new("字数", "characters"), Text(length), ">", Text(context.Limits.MaxNameLength));
        if (context.Catalogue.Words(WordListIds.VagueNames).Contains(name))
            yield return Found(Defects.NameVague).With("name", name);
        if (context.Catalogue.Words(WordListIds.VagueWear).Contains(name))
            yield return Found(Defects.NameWearKind).With("name", name);
        if (name.EndsWith("外观设计", StringComparison.Ordinal))
            yield return Found(Defects.NameSuffix);
        foreach (var word in context.WordsIn(WordListIds.NameEffects, name))
            yield return Found(Defects.NameEffect).With("word", word);
        foreach (var word in context.WordsIn(WordListIds.NameMaterials, name))
            yield return Found(Defects.NameMaterial).With("word", word);
        foreach (var word in context.WordsIn(WordListIds.NameSizes, name).Concat(Measure().Matches(name).Select(match => match.Value)))
            yield return Found(Defects.NameSize).With("word", word);
    }

    /// <summary>Foreign letters are a trade mark or a model number unless everybody knows them (LED, USB).</summary>
    private static IEnumerable<Finding> Marks(CheckContext context, string name)
    {
        var known = context.Catalogue.Words(WordListIds.KnownLatin);
        return Latin().Matches(Measure().Replace(name, "")).Select(match => match.Value)
            .Where(word => !known.Contains(word, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal)
            .Select(word => Found(Defects.NameMark).With("word", word));
    }

    private static IEnumerable<Finding> PartialName(CheckContext context, string name)
    {
        if (context.Facts.IsPartialDesign && !WholeAndPart().IsMatch(name))
            yield return Found(Defects.NamePart).With("name", name);
    }

    private static IEnumerable<Finding> InterfaceName(CheckContext context, string name)
    {
        if (!context.Facts.IsGraphicalUserInterface)
            yield break;
        if (!name.Contains(InterfaceWords, StringComparison.Ordinal))
            yield return Found(Defects.NameInterface).With("name", name);
        else if (context.Catalogue.Words(WordListIds.GeneralInterfaceNames).Contains(name))
            yield return Found(Defects.NameInterfaceGeneral).With("name", name);
    }

    private static Finding Found(Defect defect) => defect.InField(FieldKeys.ProductName);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+(?:\.\d+)?(?:英寸|厘米|毫米|cm|mm|寸|升|ml|kg|公斤|码|件套|件)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9\-]+|\d[A-Za-z0-9\-]*[A-Za-z][A-Za-z0-9\-]*|[®™©]", RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex(@"^.+的.+$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeAndPart();
}
