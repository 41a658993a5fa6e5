using IpCenter.Search.Features;

namespace IpCenter.Search;

/// <summary>What the engine knows of one picture. Immutable; made by <see cref="FeatureExtractor"/>.</summary>
public sealed class ViewFeatures
{
    /// <summary>The most local features that one picture has.</summary>
    public const int MostPoints = 600;

    /// <summary>The most values of an embedding.</summary>
    internal const int MostEmbedded = 4096;

    private const int PlainVersion = 1, EmbeddedVersion = 2;

    internal ViewFeatures(float width, float height, KeyPoint[] points, byte[] descriptors, sbyte[] layout, sbyte[] embedding) =>
        (Width, Height, Points, Descriptors, WholeView, Embedding) = (width, height, points, descriptors, layout, embedding);

    /// <summary>Number of local features; a blank picture has none.</summary>
    public int Count => Points.Length;

    /// <summary>Whether there is nothing in it that could be compared: neither a feature nor an edge.</summary>
    public bool IsBlank => Count == 0 && !WholeView.AsSpan().ContainsAnyExcept((sbyte)0);

    /// <summary>Width relative to the longest side, at most 1.</summary>
    internal float Width { get; }

    internal float Height { get; }

    internal KeyPoint[] Points { get; }

    /// <summary><see cref="RootSift.Length"/> bytes a point.</summary>
    internal byte[] Descriptors { get; }

    internal sbyte[] WholeView { get; }

    /// <summary>By an <see cref="IImageEmbedder"/>; empty without one.</summary>
    internal sbyte[] Embedding { get; }

    internal ReadOnlySpan<byte> Descriptor(int point) => Descriptors.AsSpan(point * RootSift.Length, RootSift.Length);

    /// <summary>The features of the picture mirrored left to right, by permutation: front cameras mirror.</summary>
    internal ViewFeatures Mirror()
    {
        var descriptors = new byte[Descriptors.Length];
        for (var i = 0; i < Count; i++)
            RootSift.Mirror(Descriptor(i), descriptors.AsSpan(i * RootSift.Length, RootSift.Length));
        return new ViewFeatures(Width, Height, [.. Points.Select(p => p.Mirror(Width))], descriptors, Layout.Mirror(WholeView), Embedding);
    }

    /// <summary>A versioned form to store, little endian.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Embedding.Length == 0 ? PlainVersion : EmbeddedVersion);
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
        if (Embedding.Length > 0)
            writer.Write(Embedding.Length);
        foreach (var value in Embedding)
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
            var version = reader.ReadInt32();
            if (version is not (PlainVersion or EmbeddedVersion))
                throw new InvalidDataException("The features are of another version.");
            var (width, height, count) = (reader.ReadSingle(), reader.ReadSingle(), reader.ReadInt32());
            if (count is < 0 or > MostPoints)
                throw new InvalidDataException($"{count} is no number of features.");
            var points = new KeyPoint[count];
            for (var i = 0; i < count; i++)
                points[i] = new KeyPoint(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            var descriptors = reader.ReadBytes(count * RootSift.Length);
            var layout = ReadSigned(reader, Layout.Length);
            var embedding = version == EmbeddedVersion ? ReadSigned(reader, reader.ReadInt32()) : [];
            return descriptors.Length == count * RootSift.Length && reader.BaseStream.Position == bytes.Length
                ? new ViewFeatures(width, height, points, descriptors, layout, embedding)
                : throw new InvalidDataException("The features are torn.");
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The features are torn.", e);
        }
    }

    private static sbyte[] ReadSigned(BinaryReader reader, int count)
    {
        if (count is < 0 or > MostEmbedded)
            throw new InvalidDataException($"{count} is no number of values.");
        var values = new sbyte[count];
        for (var i = 0; i < count; i++)
            values[i] = reader.ReadSByte();
        return values;
    }
}
