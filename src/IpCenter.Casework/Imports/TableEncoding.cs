using System.Buffers;
using System.Text;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Tells in which encoding a table was saved: by its mark, else UTF-8 if every byte is UTF-8, else GB18030, as Excel in
/// China saves. A text that is neither is refused rather than read wrongly.
/// </summary>
public static class TableEncoding
{
    public const string Utf8 = "UTF-8", Utf16 = "UTF-16", Chinese = "GB18030";

    /// <summary>GB 18030, a superset of GBK and GB 2312. Bytes that are none throw.</summary>
    internal static Encoding Gb18030 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (byte[] Start, string Code)[] OtherFiles =
    [
        ([0x50, 0x4B, 0x03, 0x04], "import.table.is-workbook"), ([0xD0, 0xCF, 0x11, 0xE0], "import.table.is-workbook"),
        ([0x25, 0x50, 0x44, 0x46], "import.table.no-csv"), ([0xFF, 0xD8, 0xFF], "import.table.no-csv"), ([0x89, 0x50, 0x4E, 0x47], "import.table.no-csv"),
    ];

    /// <summary>What stands in no text: zero, which a database refuses, and a mark read the wrong way round, which cannot be normalised.</summary>
    private static readonly SearchValues<char> NoText = SearchValues.Create("\0\uFFFE");

    public static Result<string> Detect(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[4];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length == 0)
            return new RuleViolation("import.table.empty", "table");
        if (OtherFiles.FirstOrDefault(o => start.AsSpan().StartsWith(o.Start)) is { Code: { } other })
            return new RuleViolation(other, "table");
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return IsText(file, new UnicodeEncoding(bigEndian: start[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true)) == true ? Utf16
                : new RuleViolation("import.table.encoding", "table");
        if (start is not [0xEF, 0xBB, 0xBF, ..] && HasZeroByte(file))
            return new RuleViolation("import.table.no-csv", "table");
        return IsText(file, StrictUtf8) switch
        {
            true => Utf8,
            null when start is not [0xEF, 0xBB, 0xBF, ..] && IsText(file, Gb18030) == true => Chinese,
            _ => new RuleViolation("import.table.encoding", "table"),
        };
    }

    public static StreamReader Open(string path, string encoding) => new(path, encoding switch
    {
        Utf8 => StrictUtf8,
        Utf16 => Encoding.Unicode,
        _ => Gb18030,
    }, detectEncodingFromByteOrderMarks: encoding != Chinese);

    private static bool HasZeroByte(FileStream file)
    {
        file.Position = 0;
        var buffer = new byte[81920];
        while (file.Read(buffer) is var read and > 0)
            if (buffer.AsSpan(0, read).Contains((byte)0))
                return true;
        return false;
    }

    /// <summary>Whether it is text; <c>null</c>: it is not of this encoding.</summary>
    private static bool? IsText(FileStream file, Encoding encoding)
    {
        file.Position = 0;
        var decoder = encoding.GetDecoder();
        var (bytes, chars) = (new byte[81920], new char[encoding.GetMaxCharCount(81920)]);
        try
        {
            while (file.Read(bytes) is var read and > 0)
            {
                var length = decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false);
                if (chars.AsSpan(0, length).ContainsAny(NoText))
                    return false;
            }
            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
