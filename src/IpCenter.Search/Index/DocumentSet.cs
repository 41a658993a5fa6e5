using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;

namespace IpCenter.Search.Index;

/// <summary>A set of documents of one segment: those that a later commit replaced or removed. Never changed; adding makes another.</summary>
internal sealed class DocumentSet
{
    private readonly ulong[] _bits;

    private DocumentSet(ulong[] bits) => (_bits, Count) = (bits, bits.Sum(BitOperations.PopCount));

    public static DocumentSet Empty { get; } = new([]);

    public int Count { get; }

    public bool this[int document] => document / 64 < _bits.Length && (_bits[document / 64] >> (document % 64) & 1) != 0;

    public DocumentSet With(IReadOnlyCollection<int> documents)
    {
        if (documents.Count == 0)
            return this;
        var bits = new ulong[Math.Max(_bits.Length, documents.Max() / 64 + 1)];
        _bits.CopyTo(bits, 0);
        foreach (var document in documents)
            bits[document / 64] |= 1UL << (document % 64);
        return new DocumentSet(bits);
    }

    public override string ToString() => Base64Url.EncodeToString(MemoryMarshal.AsBytes(_bits.AsSpan()));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DocumentSet Parse(string text)
    {
        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length % sizeof(ulong) == 0 ? new DocumentSet(MemoryMarshal.Cast<byte, ulong>(bytes).ToArray()) : throw new FormatException("No set of documents.");
    }
}
