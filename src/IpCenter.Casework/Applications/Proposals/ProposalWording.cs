using System.Globalization;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>Says in words why a picture is taken for a view.</summary>
internal static class ProposalWording
{
    private const int Most = 3;

    /// <summary>The weightiest clues that speak for the view, those of one kind together.</summary>
    public static IReadOnlyList<Bilingual> Of(IEnumerable<Clue> clues) =>
        [.. clues.Where(clue => clue.Weight > 0.1)
            .GroupBy(clue => (clue.Kind, clue.Edge))
            .OrderByDescending(group => group.Sum(clue => clue.Weight))
            .Take(Most)
            .Select(group => Word(group.Key.Kind, group.Key.Edge, [.. group.OrderByDescending(clue => clue.Weight).ThenBy(clue => clue.Other)]))
            .OfType<Bilingual>()];

    private static Bilingual? Word(ClueKind kind, ProductEdge? edge, Clue[] clues) => kind switch
    {
        ClueKind.FileName => new("文件名就是这么写的", "the file's name says so"),
        ClueKind.Order => new("按通常的拍摄顺序，轮到这一面", "in the usual order of taking, this view comes here"),
        ClueKind.Symmetrical => new($"轮廓左右对称（{Percent(clues[0].Value)}）", $"its outline is symmetrical ({Percent(clues[0].Value)})"),
        ClueKind.Lopsided => new($"轮廓左右不对称（{Percent(clues[0].Value)}）", $"its outline is not symmetrical ({Percent(clues[0].Value)})"),
        ClueKind.NoGround => new("背景不是单一颜色，像是使用时的样子", "it has no plain ground and looks like the product in use"),
        ClueKind.CutOff => new("产品超出画面，像是局部放大", "the product leaves the picture, as a close-up does"),
        ClueKind.SameEdge => Edge(edge!.Value, clues),
        ClueKind.MirroredOutline => new(
            $"轮廓与“{Names(clues).Zh}”互为镜像（{Percent(clues[0].Value)}）", $"its outline mirrors that of the {Names(clues).En} ({Percent(clues[0].Value)})"),
        ClueKind.FitsNoFace => new("大小与各面都不一样，能看到不止一面", "its size agrees with no face: more than one is seen"),
        _ => null,
    };

    private static Bilingual Edge(ProductEdge edge, Clue[] clues)
    {
        var (zh, en) = edge switch { ProductEdge.Width => ("宽度", "width"), ProductEdge.Height => ("高度", "height"), _ => ("深度", "depth") };
        var names = Names(clues);
        return new($"{zh}与“{names.Zh}”一致（相差{Percent(clues.Max(clue => clue.Value))}以内）", $"its {en} is that of the {names.En} (within {Percent(clues.Max(clue => clue.Value))})");
    }

    private static Bilingual Names(Clue[] clues)
    {
        var names = clues.Select(clue => clue.Other).OfType<ViewKind>().Distinct().Order().Select(kind => ViewNames.Of(kind).Name).ToList();
        return new(string.Join("”“", names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En.ToLowerInvariant())));
    }

    private static string Percent(double share) => Math.Ceiling(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
}
