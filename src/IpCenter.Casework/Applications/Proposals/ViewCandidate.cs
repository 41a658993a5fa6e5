using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>A picture of which it is asked which view of the product it is.</summary>
public sealed record ViewCandidate
{
    public required Guid Id { get; init; }

    public string FileName { get; init; } = "";

    /// <summary>Place in the order of capture, from 0; <c>null</c> when nobody knows it.</summary>
    public int? Order { get; init; }

    /// <summary>Pixels of the picture.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels of the picture.</summary>
    public required int Height { get; init; }

    /// <summary>What was measured; <c>null</c> when the picture could not be measured.</summary>
    public PictureMeasurements? Measured { get; init; }

    /// <summary>The view as which a person placed it; <c>null</c> while it lies unsorted.</summary>
    public ViewKind? Placed { get; init; }

    /// <summary>Edges of the product in pixels; <c>null</c> where it could not be told from its ground or is cut off.</summary>
    public (double Width, double Height)? Product => Measured is { Box: { } box, TouchesBorder: false }
        ? (box.Width * Width, box.Height * Height)
        : null;
}
