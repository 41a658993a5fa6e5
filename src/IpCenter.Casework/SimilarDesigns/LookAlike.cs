using IpCenter.Casework.Applications;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>One thing that looks like another: a lead for a person.</summary>
/// <param name="QueryId">The view or the piece of evidence that was searched with.</param>
/// <param name="FoundId">The design, or the unpublished application.</param>
/// <param name="FoundImageId">The picture of it that matched.</param>
/// <param name="Probability">That it is the same product, 0 to 1.</param>
/// <param name="MatchingPictures">How many of the pictures searched with resemble it.</param>
/// <param name="Score">For ordering only: how much agrees over all pictures searched with.</param>
public sealed record LookAlike(
    Guid QueryId,
    Guid FoundId,
    Guid FoundImageId,
    bool IsUnpublished,
    string Title,
    string Number,
    double Probability,
    int MatchingPictures,
    double Score,
    MatchedRegion? QueryRegion,
    MatchedRegion? FoundRegion,
    bool Mirrored);
