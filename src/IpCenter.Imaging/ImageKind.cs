namespace IpCenter.Imaging;

/// <summary>How a view was made, as far as pixels tell.</summary>
public enum ImageKind
{
    /// <summary>Taken by a camera.</summary>
    Photo,

    /// <summary>Computed from a model: shading without noise.</summary>
    Rendering,

    /// <summary>Dark lines on a light ground.</summary>
    LineDrawing,
}
