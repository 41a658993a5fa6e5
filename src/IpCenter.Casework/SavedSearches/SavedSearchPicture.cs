using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;

namespace IpCenter.Casework.SavedSearches;

/// <summary>A picture of a saved search: what the index compares, and a small copy for its owner. The original is not kept.</summary>
public sealed class SavedSearchPicture
{
    public required Guid Id { get; init; }

    public required Guid SearchId { get; init; }

    /// <summary>Its place among the pictures of the search, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The centre's picture that it is a copy of: who may not see that one any more does not see this one. <c>null</c> for one that was sent.</summary>
    public Guid? SourceImageId { get; init; }

    public required byte[] Features { get; set; }

    /// <summary>The <see cref="FeatureExtractor.Version"/> that took them.</summary>
    public required string FeaturesVersion { get; set; }

    /// <summary>WebP, at most 320 pixels.</summary>
    public required byte[] Thumbnail { get; init; }

    /// <summary>
    /// The features as this version of the program takes them: of a picture that an older one read, they are taken anew from the
    /// small copy. <c>null</c> when it cannot be decoded.
    /// </summary>
    public async Task<ViewFeatures?> ReadAsync(ViewFeatureStore features, CancellationToken ct)
    {
        if (FeaturesVersion == FeatureExtractor.Version)
            return ViewFeatures.FromBytes(Features);
        if (await features.OfQueryAsync(Thumbnail, ct) is not { } taken)
            return null;
        (Features, FeaturesVersion) = (taken.ToBytes(), FeatureExtractor.Version);
        return taken;
    }
}
