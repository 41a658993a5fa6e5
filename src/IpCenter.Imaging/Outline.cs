using System.Numerics;

namespace IpCenter.Imaging;

/// <summary>How an outline is turned before it is compared.</summary>
public enum OutlineFlip
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Left and right changed: what the outline of the opposite side looks like in orthographic projection.</summary>
    Sideways,

    /// <summary>Top and bottom changed: what a bottom view is to a top view.</summary>
    UpsideDown,
}

/// <summary>
/// The shape and the colours of a product without its size: what two views of one body must have in common whatever
/// the camera's distance was. Orthographic views from opposite sides have mirrored outlines (ISO 5456-2).
/// </summary>
public sealed record Outline
{
    /// <summary>Cells along each side of <see cref="Mask"/>.</summary>
    public const int Side = 32;

    /// <summary>Cells along each side of <see cref="Colours"/>.</summary>
    public const int ColourSide = 8;

    /// <summary>Takes over a mask and a palette that were measured before; refused with <see cref="ArgumentException"/> when one has a wrong length.</summary>
    public Outline(byte[] mask, byte[] colours)
    {
        if (mask.Length != Side * Side / 8 || colours.Length != ColourSide * ColourSide)
            throw new ArgumentException($"An outline has {Side * Side / 8} and {ColourSide * ColourSide} bytes, not {mask.Length} and {colours.Length}.", nameof(mask));
        (Mask, Colours) = (mask, colours);
        Symmetry = Agreement(this, OutlineFlip.Sideways);
    }

    /// <summary>
    /// The product's box in 32 × 32 cells, row-major from the top left, one bit per cell, the leftmost the highest of its byte:
    /// set where at least half of the cell is product.
    /// </summary>
    public byte[] Mask { get; }

    /// <summary>
    /// The product's colours without brightness: shares of its pixels in an 8 × 8 grid of Cb (across) and Cr (down), each
    /// shared out among the four nearest cells, 0 to 255. Shading leaves it alone.
    /// </summary>
    public byte[] Colours { get; }

    /// <summary>Agreement with its own mirror image, left to right: 0 to 1, 1 for a symmetrical product.</summary>
    public double Symmetry { get; }

    /// <summary>Common cells as a share of all cells of either (Jaccard index), 0 to 1, the other one flipped first.</summary>
    public double Agreement(Outline other, OutlineFlip flip)
    {
        const int RowBytes = Side / 8;
        int common = 0, either = 0;
        for (var row = 0; row < Side; row++)
        {
            var mine = Row(Mask, row);
            var others = Row(other.Mask, flip == OutlineFlip.UpsideDown ? Side - 1 - row : row);
            if (flip == OutlineFlip.Sideways) others = Reversed(others);
            common += BitOperations.PopCount(mine & others);
            either += BitOperations.PopCount(mine | others);
        }

        return either == 0 ? 1 : common / (double)either;

        static uint Row(byte[] mask, int row) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(mask.AsSpan(RowBytes * row, RowBytes));
    }

    /// <summary>How much of the colours two products share (histogram intersection, Swain and Ballard 1991), 0 to 1.</summary>
    public double ColourAgreement(Outline other)
    {
        double common = 0, mine = 0, others = 0;
        for (var cell = 0; cell < Colours.Length; cell++)
        {
            common += Math.Min(Colours[cell], other.Colours[cell]);
            mine += Colours[cell];
            others += other.Colours[cell];
        }

        return mine == 0 || others == 0 ? 0 : common / Math.Min(mine, others);
    }

    /// <summary>Outlines are equal when their cells and their colours are.</summary>
    public bool Equals(Outline? other) =>
        other is not null && Mask.AsSpan().SequenceEqual(other.Mask) && Colours.AsSpan().SequenceEqual(other.Colours);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Mask);
        hash.AddBytes(Colours);
        return hash.ToHashCode();
    }

    private static uint Reversed(uint bits)
    {
        var reversed = 0U;
        for (var bit = 0; bit < Side; bit++, bits >>= 1) reversed = (reversed << 1) | (bits & 1);
        return reversed;
    }
}
