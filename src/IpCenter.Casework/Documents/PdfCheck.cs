using System.Buffers.Text;

namespace IpCenter.Casework.Documents;

/// <summary>
/// A cheap look at a PDF without decoding it: the head, the tail that says where its table lies, and that it can be opened
/// without a password (ISO 32000-2, 7.5.2, 7.5.5, 7.6.1). What passes may still be odd; it is never opened on the server.
/// </summary>
public static class PdfCheck
{
    private const int TailLength = 2048;

    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    /// <summary>Why the file cannot be taken; <c>null</c> where nothing is wrong.</summary>
    public static string? Fault(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - TailLength)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        var start = tail.LastIndexOf("startxref"u8);
        if (end < 0 || start < 0 || start > end)
            return "document.pdf-truncated";
        if (!PointsToTable(bytes, tail[(start + "startxref".Length)..end]))
            return "document.pdf-broken";
        return IsEncrypted(bytes) ? "document.pdf-encrypted" : null;
    }

    /// <summary>Either the word <c>xref</c> or the object that holds the table: <c>12 0 obj</c>.</summary>
    private static bool PointsToTable(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> written)
    {
        if (!Utf8Parser.TryParse(written.Trim(" \r\n\t"u8), out int offset, out _) || offset <= 0 || offset >= bytes.Length)
            return false;
        var there = bytes[offset..].TrimStart(" \r\n\t"u8);
        return there.StartsWith("xref"u8) || (!there.IsEmpty && char.IsAsciiDigit((char)there[0]));
    }

    /// <summary>The trailer names a dictionary of encryption: <c>/Encrypt 8 0 R</c> or <c>/Encrypt&lt;&lt;</c>.</summary>
    private static bool IsEncrypted(ReadOnlySpan<byte> bytes)
    {
        var name = "/Encrypt"u8;
        for (var rest = bytes; rest.IndexOf(name) is >= 0 and var at; rest = rest[(at + name.Length)..])
            if (at + name.Length < rest.Length && (char)rest[at + name.Length] is ' ' or '\r' or '\n' or '\t' or '<')
                return true;
        return false;
    }
}
