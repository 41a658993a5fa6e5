using IpCenter.Search.Features;

namespace IpCenter.Search;

/// <summary>What the engine knows of one picture. Immutable; made by <see cref="FeatureExtractor"/>.</summary>
public sealed class ViewFeatures
{
    /// <summary>The most local features that one picture has.</summary>
    public const int MostPoints = 400;

    private const int FormatVersion = 1;

    internal ViewFeatures(float width, float height, KeyPoint[] points, byte[] descriptors, sbyte[] layout) =>
        (Width, Height, Points, Descriptors, WholeView) = (width, height, points, descriptors, layout);

    /// <summary>Number of local features; a blank picture has none.</summary>
    public int Count => Points.Length;

    /// <summary>Width relative to the longest side, at most 1.</summary>
    internal float Width { get; }

    internal float Height { get; }

    internal KeyPoint[] Points { get; }

    /// <summary><see cref="RootSift.Length"/> bytes a point.</summary>
    internal byte[] Descriptors { get; }

    internal sbyte[] WholeView { get; }

    internal ReadOnlySpan<byte> Descriptor(int point) => Descriptors.AsSpan(point * RootSift.Length, RootSift.Length);

    /// <summary>The features of the picture mirrored left to right, by permutation: front cameras mirror.</summary>
    internal ViewFeatures Mirror()
    {
        var descriptors = new byte[Descriptors.Length];
        for (var i = 0; i < Count; i++)
            RootSift.Mirror(Descriptor(i), descriptors.AsSpan(i * RootSift.Length, RootSift.Length));
        return new ViewFeatures(Width, Height, [.. Points.Select(p => p.Mirror(Width))], descriptors, Layout.Mirror(WholeView));
    }

    /// <summary>A versioned form to store, little endian.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(FormatVersion);
        writer.Write(Width);
        writer.Write(Height);
        writer.Write(Count);
        foreach (var point in Points)
        {
            writer.Write(point.X);
            writer.Write(point.Y);
            writer.Write(point.Scale);
            writer.Write(point.Angle);
        }
        writer.Write(Descriptors);
        foreach (var value in WholeView)
            writer.Write(value);
        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are torn or of another version.</exception>
    public static ViewFeatures FromBytes(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            if (reader.ReadInt32() != FormatVersion)
                throw new InvalidDataException("The features are of another version.");
            var (width, height, count) = (reader.ReadSingle(), reader.ReadSingle(), reader.ReadInt32());
            if (count is < 0 or > MostPoints)
                throw new InvalidDataException($"{count} is no number of features.");
            var points = new KeyPoint[count];
            for (var i = 0; i < count; i++)
                points[i] = new KeyPoint(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            var descriptors = reader.ReadBytes(count * RootSift.Length);
            var layout = new sbyte[Layout.Length];
            for (var i = 0; i < layout.Length; i++)
                layout[i] = reader.ReadSByte();
            return descriptors.Length == count * RootSift.Length && reader.BaseStream.Position == bytes.Length
                ? new ViewFeatures(width, height, points, descriptors, layout)
                : throw new InvalidDataException("The features are torn.");
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The features are torn.", e);
        }
    }
}
