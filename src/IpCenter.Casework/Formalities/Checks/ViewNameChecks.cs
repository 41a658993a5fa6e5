using System.Globalization;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>VIEW-03 and VIEW-04: names and numbers of the views (细则第四十条第三款; 专利审查指南第一部分第三章4.2.1).</summary>
internal static class ViewNameChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) =>
        [.. context.Views.SelectMany(Name), .. Twice(context), .. context.Views.SelectMany(view => Prefix(context.Facts.Kind, view)), .. Numbers(context)];

    private static IEnumerable<Finding> Name(NamedView view)
    {
        if (view.Label is null)
            yield return Defects.ViewNameUnknown.At(view.Place).With("view", view.Facts.Name);
        else if (!view.Label.IsStandard)
            yield return Defects.ViewNameAlias.At(view.Place).With("view", view.Facts.Name).With("standard", view.Label.Name);
    }

    private static IEnumerable<Finding> Twice(CheckContext context) => context.Designs
        .SelectMany(design => design.Views.Where(view => view.Label is not null).GroupBy(view => view.Label!.Zh))
        .Where(group => group.Count() > 1)
        .Select(group => Defects.ViewNameTwice.At(group.First().Place).With("view", group.First().Name).Seen(new("图片数", "pictures"), group.Count().ToString(CultureInfo.InvariantCulture), ">", "1"));

    private static IEnumerable<Finding> Prefix(ApplicationKind kind, NamedView view)
    {
        if (view.Label is not { } label)
            yield break;
        var wanted = kind switch
        {
            ApplicationKind.SimilarDesigns => ViewPrefix.Design,
            ApplicationKind.Set => ViewPrefix.SetItem,
            _ => ViewPrefix.None,
        };
        var isComponent = label.Prefix == ViewPrefix.Component;
        if (wanted == ViewPrefix.None)
        {
            if (label.Prefix != ViewPrefix.None && !isComponent)
                yield return Defects.ViewPrefixNeedless.At(view.Place).With("view", label.Name);
            yield break;
        }
        var expected = label with { Prefix = wanted, PrefixNumber = view.Design, IsStandard = true };
        var defect = label.Prefix == ViewPrefix.None || isComponent ? Defects.ViewPrefixMissing : Defects.ViewPrefixWrong;
        if (label.Zh != expected.Zh)
            yield return defect.At(view.Place).With("view", label.Name).With("expected", expected.Name);
    }

    private static IEnumerable<Finding> Numbers(CheckContext context)
    {
        var numbers = context.Designs.Select(design => design.Number).ToList();
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)))
            yield return Defects.DesignNumbersBroken.InField(FieldKeys.Views).With("numbers", string.Join("、", numbers));
    }
}
