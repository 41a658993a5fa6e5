using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>
/// Proposes which view each unsorted picture of one design is: from the product's edges and outline in all pictures together,
/// from those that a person has placed already, from file names, and, last and least, from the order of capture. Pure: the
/// same pictures give the same proposals.
/// </summary>
public static class ViewProposer
{
    /// <summary>From here on nothing else is worth naming.</summary>
    private const double Certain = 0.9;

    private const double Likely = 0.6;

    /// <summary>An option less likely than this is not offered.</summary>
    private const double LeastOffered = 0.08;

    private static readonly ViewKind[] Extra = [ViewKind.UseReference, ViewKind.Enlarged];

    /// <summary>One proposal for every picture that is not placed, in the order of the pictures.</summary>
    /// <param name="pictures">All pictures of the design.</param>
    /// <param name="wanted">The places of its checklist: six faces and a perspective, or two faces of a sheet.</param>
    public static IReadOnlyList<ViewProposal> Propose(IReadOnlyList<ViewCandidate> pictures, IReadOnlyList<ViewKind> wanted)
    {
        ViewKind[] kinds = [.. wanted.Concat(Extra).Concat(pictures.Select(picture => picture.Placed).OfType<ViewKind>()).Distinct()];
        // Those that are placed go first: everything else is weighed against them.
        ViewCandidate[] ordered = [.. pictures.OrderBy(picture => picture.Placed is null)];
        var (best, probability) = new ViewArrangement(ordered, kinds).Solve();
        var byId = ordered.Index().Where(found => found.Item.Placed is null).ToDictionary(found => found.Item.Id, found => Of(found.Index));
        return [.. pictures.Where(picture => picture.Placed is null).Select(picture => byId[picture.Id])];

        ViewProposal Of(int index)
        {
            ViewOption[] options = [.. kinds.Select((kind, at) => new ViewOption(kind, probability[index, at]))
                .Where(option => option.Probability >= LeastOffered)
                .OrderByDescending(option => option.Probability).ThenBy(option => option.Kind)];
            var certainty = options switch
            {
                [{ Probability: >= Certain }, ..] => ProposalCertainty.Certain,
                [{ Probability: >= Likely }, ..] => ProposalCertainty.Likely,
                _ => ProposalCertainty.NotSure,
            };
            return new(ordered[index].Id, options, certainty, options.Length == 0 ? [] : Reasons(index, options[0].Kind));
        }

        IReadOnlyList<Bilingual> Reasons(int index, ViewKind kind)
        {
            var clues = ViewClues.Alone(ordered[index], kind).ToList();
            for (var other = 0; other < ordered.Length; other++)
                if (other != index && best[other] >= 0)
                    clues.AddRange(ViewClues.Between(ordered[index], kind, ordered[other], kinds[best[other]]));
            return ProposalWording.Of(clues);
        }
    }
}
