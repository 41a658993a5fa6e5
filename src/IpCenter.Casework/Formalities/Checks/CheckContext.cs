using System.Globalization;
using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>What every check reads: the facts with the views in one fixed order, the words and the limits.</summary>
internal sealed class CheckContext
{
    public CheckContext(ApplicationFacts facts, RuleCatalogue catalogue, FormalityThresholds limits)
    {
        Facts = facts;
        Catalogue = catalogue;
        Limits = limits;
        Designs = [.. facts.Designs.OrderBy(design => design.Number).Select(design => new DesignViews(design))];
    }

    public ApplicationFacts Facts { get; }

    public RuleCatalogue Catalogue { get; }

    public FormalityThresholds Limits { get; }

    public IReadOnlyList<DesignViews> Designs { get; }

    public IEnumerable<NamedView> Views => Designs.SelectMany(design => design.Views);

    public IEnumerable<string> WordsIn(string listId, string text) => ChineseText.WordsIn(text, Catalogue.Words(listId));

    public static string Number(double value, string format = "0.##") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A design with its views in filing order.</summary>
internal sealed class DesignViews
{
    public DesignViews(DesignFacts facts)
    {
        Facts = facts;
        Views = [.. facts.Views
            .Select(view => new NamedView(facts.Number, view, ViewLabel.Parse(view.Name)))
            .OrderBy(view => view.Label?.PrefixNumber ?? 0)
            .ThenBy(view => view.Label?.ComponentNumber ?? 0)
            .ThenBy(view => view.Label?.Kind ?? (ViewKind)int.MaxValue)
            .ThenBy(view => view.Facts.Name, StringComparer.Ordinal)
            .ThenBy(view => view.Facts.Measured?.Fingerprint ?? 0)
            .ThenBy(view => view.Facts.ToString(), StringComparer.Ordinal)];
    }

    public DesignFacts Facts { get; }

    public int Number => Facts.Number;

    public Place Place => Place.OfDesign(Number);

    public IReadOnlyList<NamedView> Views { get; }

    /// <summary>The views of the whole product, without those of single components.</summary>
    public IEnumerable<NamedView> WholeViews => Views.Where(view => view.Label is { ComponentNumber: null });

    public bool Has(ViewKind kind) => WholeViews.Any(view => view.Label!.Kind == kind);

    /// <summary>Only components are shown: which views each needs depends on how they fit together, and a person decides that.</summary>
    public bool ShowsComponentsOnly => Views.Any(view => view.Label is { ComponentNumber: not null }) && !WholeViews.Any();
}

/// <summary>A view with its name taken apart; <paramref name="Label"/> is null when the name means nothing.</summary>
internal sealed record NamedView(int Design, ViewFacts Facts, ViewLabel? Label)
{
    public Place Place => Place.OfView(Design, Facts.Name);

    public Bilingual Name => Label?.Name ?? Bilingual.Same(Facts.Name);

    /// <summary>A picture that only shows how the product is used; it does not define the design.</summary>
    public bool IsReference => Label?.Kind == ViewKind.UseReference;
}
