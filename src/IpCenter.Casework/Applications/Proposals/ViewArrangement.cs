using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>
/// All ways to call the pictures views, each view once, weighed by their evidence. Only the best ones are followed at every
/// picture (beam search); what remains stands for all, and its weights give the probability of each view for each picture.
/// </summary>
internal sealed class ViewArrangement
{
    // Ten times as many name the views of the demo's 329 pictures no better.
    private const int Followed = 400;

    private readonly IReadOnlyList<ViewCandidate> _pictures;
    private readonly ViewKind[] _kinds;
    private readonly double[,] _alone;
    private readonly double[,,,] _between;

    public ViewArrangement(IReadOnlyList<ViewCandidate> pictures, ViewKind[] kinds)
    {
        (_pictures, _kinds) = (pictures, kinds);
        _alone = new double[pictures.Count, kinds.Length];
        _between = new double[pictures.Count, kinds.Length, pictures.Count, kinds.Length];
        for (var one = 0; one < pictures.Count; one++)
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                _alone[one, kind] = ViewClues.Alone(pictures[one], kinds[kind]).Sum(clue => clue.Weight);
                for (var other = 0; other < pictures.Count; other++)
                    for (var otherKind = 0; other != one && otherKind < kinds.Length; otherKind++)
                        _between[one, kind, other, otherKind] = ViewClues.Between(pictures[one], kinds[kind], pictures[other], kinds[otherKind]).Sum(clue => clue.Weight);
            }
    }

    /// <summary>The best arrangement (an index into the kinds per picture, or -1) and the probability of every kind for every picture.</summary>
    public (int[] Best, double[,] Probability) Solve()
    {
        List<(int[] Kinds, double Weight)> followed = [([], 0)];
        for (var picture = 0; picture < _pictures.Count; picture++)
        {
            var next = new List<(int[] Kinds, double Weight)>();
            foreach (var (kinds, weight) in followed)
                foreach (var kind in Choices(picture, kinds))
                    next.Add(([.. kinds, kind], weight + Weight(picture, kind, kinds)));
            next.Sort((one, other) => other.Weight.CompareTo(one.Weight));
            followed = next.Count > Followed ? next[..Followed] : next;
        }

        var probability = new double[_pictures.Count, _kinds.Length];
        var all = followed.Sum(one => Math.Exp(one.Weight - followed[0].Weight));
        foreach (var (kinds, weight) in followed)
            for (var picture = 0; picture < kinds.Length; picture++)
                if (kinds[picture] >= 0)
                    probability[picture, kinds[picture]] += Math.Exp(weight - followed[0].Weight) / all;
        return (followed[0].Kinds, probability);
    }

    private IEnumerable<int> Choices(int picture, int[] taken)
    {
        if (_pictures[picture].Placed is { } placed)
            return [Array.IndexOf(_kinds, placed)];
        var free = Enumerable.Range(0, _kinds.Length).Where(kind => !taken.Contains(kind) && _pictures.All(other => other.Placed != _kinds[kind]));
        return free.Append(-1);
    }

    private double Weight(int picture, int kind, int[] before)
    {
        if (kind < 0)
            return 0;
        var weight = _pictures[picture].Placed is null ? _alone[picture, kind] : 0;
        for (var other = 0; other < before.Length; other++)
            if (before[other] >= 0)
                weight += _between[picture, kind, other, before[other]] + PerspectiveFirst(picture, kind, other, before[other]);
        return weight;
    }

    /// <summary>How a perspective stands to a face is asked from the perspective's side only.</summary>
    private double PerspectiveFirst(int picture, int kind, int other, int otherKind) =>
        _kinds[otherKind] == ViewKind.Perspective && _kinds[kind] != ViewKind.Perspective ? _between[other, otherKind, picture, kind] : 0;
}
