using FsCheck;
using FsCheck.Fluent;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Tests.Formalities;

public sealed class RemarkOrderTests
{
    private static readonly string[] Names = [.. ViewNames.All.Select(view => view.Name.Zh), "正面", "随便", "主视图", "设计1主视图", "A-A剖视图"];

    private static readonly Gen<ViewFacts> Views =
        from name in Gen.Elements(Names)
        from kind in Gen.Elements(ViewKind.Front, ViewKind.Left, ViewKind.Top)
        from fingerprint in Gen.Elements(0UL, 1UL, 0xFFFFUL, ulong.MaxValue)
        from sharpness in Gen.Elements(5.0, 20.0, 100.0)
        from dpi in Gen.Elements<double?>(null, 72, 300, 900)
        from height in Gen.Choose(3, 9)
        from depiction in Gen.Elements(Depiction.Photograph, Depiction.LineDrawing)
        let view = Sample.View(kind)
        select view with
        {
            Name = name,
            Dpi = dpi,
            Measured = view.Measured! with
            {
                Fingerprint = fingerprint,
                MirroredFingerprint = ~fingerprint,
                Sharpness = sharpness,
                Depiction = depiction,
                Box = new ProductBox(0.05, 0.05, 0.5, 0.05 + height / 10.0),
            },
        };

    [Fact]
    public void Remarks_are_the_same_whatever_the_order_of_the_views() =>
        Prop.ForAll(
                (from views in Gen.ListOf(Views) from seed in Gen.Choose(0, int.MaxValue) select (views: views.ToArray(), seed)).ToArbitrary(),
                one =>
                {
                    var shuffled = one.views.ToArray();
                    new Random(one.seed).Shuffle(shuffled);
                    return Said(one.views).SequenceEqual(Said(shuffled)) && Said(one.views).SequenceEqual(Said(one.views));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_heaviest_remarks_come_first()
    {
        var severities = FormalityChecker.Check(new ApplicationFacts(), Catalogue.Rules).Select(remark => remark.Severity).ToList();

        Assert.Equal(severities.OrderDescending(), severities);
        Assert.Equal([Severity.Block, Severity.Warn, Severity.Info], severities.Distinct());
    }

    private static IEnumerable<string> Said(IReadOnlyList<ViewFacts> views) =>
        FormalityChecker.Check(Sample.Good.WithViews(_ => views), Catalogue.Rules)
            .Select(remark => $"{remark.RuleId} {remark.Case} {remark.Place} {remark.Message} {remark.Fix} {string.Join(';', remark.Evidence)}");
}
