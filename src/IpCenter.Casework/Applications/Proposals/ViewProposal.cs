using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>How far a proposal can be relied on.</summary>
public enum ProposalCertainty
{
    /// <summary>Several views are as likely: a person has to say.</summary>
    NotSure,

    /// <summary>More likely than everything else together, and still to be confirmed.</summary>
    Likely,

    /// <summary>Nothing else fits.</summary>
    Certain,
}

/// <summary>A view that a picture may be, with its probability, 0 to 1.</summary>
public sealed record ViewOption(ViewKind Kind, double Probability);

/// <summary>Which view an unsorted picture probably is. It is a proposal: a person takes it or not.</summary>
/// <param name="Picture">The candidate's id.</param>
/// <param name="Options">What it may be, the likeliest first; empty when nothing was found.</param>
/// <param name="Certainty">How far the first option can be relied on.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
public sealed record ViewProposal(Guid Picture, IReadOnlyList<ViewOption> Options, ProposalCertainty Certainty, IReadOnlyList<Bilingual> Reasons)
{
    public ViewKind? Best => Options.Count == 0 ? null : Options[0].Kind;
}
