using System.Text;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Names of an archive that do not say that they are UTF-8: UTF-8 all the same where the bytes are (macOS), else GB18030
/// (Windows in China). Two bytes can be both: 目录 in GB18030 is Ŀ¼ in UTF-8. Of these, Chinese is what is meant here.
/// Handed to the reader of archives as an encoding.
/// </summary>
internal sealed class ArchiveNames : Encoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Lenient = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public override int GetByteCount(char[] chars, int index, int count) => Utf8.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => Utf8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => Of(bytes, index, count).GetCharCount(bytes, index, count);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Of(bytes, byteIndex, byteCount).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public override int GetMaxByteCount(int charCount) => Utf8.GetMaxByteCount(charCount);

    public override int GetMaxCharCount(int byteCount) => Lenient.GetMaxCharCount(byteCount);

    private static Encoding Of(byte[] bytes, int index, int count)
    {
        try
        {
            // From U+0800 on a sign takes three bytes in UTF-8: Chinese that is valid UTF-8 is nothing else.
            if (Utf8.GetString(bytes, index, count) is var text && (Ascii.IsValid(text) || text.Any(sign => sign >= '\u0800')))
                return Utf8;
            return TableEncoding.Gb18030.GetString(bytes, index, count).Any(sign => sign is >= '\u4E00' and <= '\u9FFF') ? Lenient : Utf8;
        }
        catch (DecoderFallbackException)
        {
            return IsUtf8(bytes, index, count) ? Utf8 : Lenient;
        }
    }

    private static bool IsUtf8(byte[] bytes, int index, int count) => System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(index, count));
}
