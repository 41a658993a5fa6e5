using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Web.Pages.Cases;

namespace IpCenter.Web.Pages.Apply;

/// <summary>A place on the checklist of views: what belongs there, what is there, and what the check says of it.</summary>
public sealed record ViewPlace
{
    public required int Design { get; init; }

    public required string Position { get; init; }

    /// <summary>In the language of the request.</summary>
    public required string Name { get; init; }

    public DraftView? View { get; init; }

    /// <summary>The reason stated for leaving it out.</summary>
    public OmittedView? Omission { get; init; }

    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Faces may be left out with a reason; nothing else is on the list of what is needed.</summary>
    public bool MayBeOmitted => ViewPositions.Parse(Position) is (var kind, null) && ViewNames.Of(kind).IsOrthographic;

    /// <summary>Its place in the page, for links and for what is replaced after an upload.</summary>
    public string ElementId => $"view-{Design}-{Position}";
}

/// <summary>The checklist of one application.</summary>
public static class ViewPlaces
{
    /// <summary>What people add beyond the seven, in filing order.</summary>
    public static IReadOnlyList<ViewKind> Further { get; } = [.. ViewNames.All.Select(v => v.Kind).Where(k => !ViewNames.Of(k).IsOrthographic)];

    public static IReadOnlyList<ViewPlace> Of(Draft draft, IReadOnlyList<DraftView> views, int design)
    {
        var form = draft.Form;
        var present = views.Where(v => v.Design == design).ToDictionary(v => v.Position);
        var wanted = Wanted(form.Shape).Select(k => k.ToString());
        return [.. wanted.Concat(present.Keys).Distinct().Select(position => Place(draft, design, position, present.GetValueOrDefault(position)))];
    }

    /// <summary>A number has two digits; the place after the last is none, and is refused as such.</summary>
    private const int MostOfAKind = 99;

    /// <summary>The first free place of a kind: <c>Perspective</c>, then <c>Perspective2</c> …</summary>
    public static string NextOf(ViewKind kind, IEnumerable<DraftView> views, int design)
    {
        var taken = views.Where(v => v.Design == design).Select(v => v.Position).ToHashSet();
        return Enumerable.Range(1, MostOfAKind).Select(n => n == 1 ? kind.ToString() : $"{kind}{n}").FirstOrDefault(p => !taken.Contains(p)) ?? $"{kind}{MostOfAKind + 1}";
    }

    /// <summary>Places that every design has.</summary>
    public static IReadOnlyList<string> Standard { get; } = [.. ViewPositions.Standard.Select(kind => kind.ToString())];

    /// <summary>What a product of this shape needs.</summary>
    public static IEnumerable<ViewKind> Wanted(ProductShape shape) =>
        shape == ProductShape.Flat ? [ViewKind.Front, ViewKind.Back] : ViewPositions.Standard;

    private static ViewPlace Place(Draft draft, int design, string position, DraftView? view)
    {
        var official = ViewPositions.NameOf(draft.Form.Kind, design, position);
        var (kind, ordinal) = ViewPositions.Parse(position);
        return new ViewPlace
        {
            Design = design,
            Position = position,
            Name = ViewWords.Of(position),
            View = view,
            Omission = ordinal is not null ? null : draft.Form.Brief.OmittedViews.FirstOrDefault(o => o.View == kind && (o.Design is null || o.Design == design)),
            Remarks = view is null ? [] : [.. draft.Remarks.Where(r => r.Place.Kind == PlaceKind.View && r.Place.View == official)],
        };
    }
}
