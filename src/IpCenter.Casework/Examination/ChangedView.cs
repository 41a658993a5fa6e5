using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Examination;

/// <summary>What became of a picture.</summary>
public enum ViewChange
{
    /// <summary>Another picture in its place.</summary>
    Changed,

    Added,

    /// <summary>Taken out.</summary>
    Removed,

    /// <summary>The same picture in another place.</summary>
    Moved,
}

/// <summary>A picture that is not as it was; <c>null</c> where there was, or is, none.</summary>
public sealed record ChangedView(ViewChange Change, ApplicationView? Before, ApplicationView? After)
{
    public int DesignNumber => (After ?? Before)!.DesignNumber;

    /// <summary>Its place, the new one of a moved picture.</summary>
    public string Position => (After ?? Before)!.Position;

    /// <summary>Whether it concerns the view of that name, such as 左视图.</summary>
    public bool IsAt(string name) => new[] { Before, After }.Any(v =>
        v is not null && name.EndsWith(ViewPositions.NameOf(ApplicationKind.SingleDesign, 1, v.Position), StringComparison.Ordinal));

    /// <summary>What the answer to one round changed. A view knows the round that brought it; one that was replaced, when that was.</summary>
    /// <param name="number">The round.</param>
    /// <param name="rounds">All rounds, the first first.</param>
    /// <param name="views">All views, the replaced ones too.</param>
    public static IReadOnlyList<ChangedView> In(int number, IReadOnlyList<CorrectionRound> rounds, IReadOnlyList<ApplicationView> views)
    {
        var before = views.Where(v => v.Round < number && !(GoneIn(v, rounds) < number)).ToList();
        var after = views.Where(v => v.Round <= number && !(GoneIn(v, rounds) <= number)).ToList();
        var changes = new List<ChangedView>();
        Take(before, after, (b, a) => b.ImageId == a.ImageId && At(b) == At(a), _ => { });
        Take(before, after, (b, a) => b.ImageId == a.ImageId, pair => changes.Add(new(ViewChange.Moved, pair.Before, pair.After)));
        Take(before, after, (b, a) => At(b) == At(a), pair => changes.Add(new(ViewChange.Changed, pair.Before, pair.After)));
        changes.AddRange(after.Select(a => new ChangedView(ViewChange.Added, null, a)));
        changes.AddRange(before.Select(b => new ChangedView(ViewChange.Removed, b, null)));
        return [.. changes.OrderBy(c => c.DesignNumber).ThenBy(c => ViewPositions.Parse(c.Position)).ThenBy(c => c.Change)];
    }

    /// <summary>The round in whose time a view was replaced; 0 while the application was drafted, <c>null</c> while it counts.</summary>
    private static int? GoneIn(ApplicationView view, IReadOnlyList<CorrectionRound> rounds) =>
        view.ReplacedAt is not { } at ? null : rounds.Where(r => r.RequestedAt <= at).Select(r => r.Number).DefaultIfEmpty(0).Max();

    /// <summary>Takes each pair that belongs together out of both lists.</summary>
    private static void Take(
        List<ApplicationView> before, List<ApplicationView> after, Func<ApplicationView, ApplicationView, bool> belong,
        Action<(ApplicationView Before, ApplicationView After)> found)
    {
        foreach (var old in before.ToList())
            if (after.Find(now => belong(old, now)) is { } now)
            {
                before.Remove(old);
                after.Remove(now);
                found((old, now));
            }
    }

    private static (int, string) At(ApplicationView view) => (view.DesignNumber, view.Position);
}
