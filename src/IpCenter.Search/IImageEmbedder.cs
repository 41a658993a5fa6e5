namespace IpCenter.Search;

/// <summary>
/// A door for a learned descriptor of whole pictures: a vector whose cosine with another one's tells how alike the pictures are. The
/// index works without one; with one, its likeness is a further kind of evidence.
/// </summary>
public interface IImageEmbedder
{
    /// <summary>Names the model and its weights: an index made with another one is rebuilt.</summary>
    string Name { get; }

    /// <summary>Values of a vector, 1 to 4,096.</summary>
    int Length { get; }

    /// <summary>The probability, 0 to 1, that two pictures whose vectors have this cosine (-1 to 1) show the same product; 0 gives it no weight.</summary>
    double Probability(double cosine);

    /// <summary>The vector of a picture, each value -127 to 127. The same pixels give the same vector.</summary>
    sbyte[] Embed(RgbImage image);
}
