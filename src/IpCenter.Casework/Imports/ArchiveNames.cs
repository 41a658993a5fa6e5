using System.Text;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Names of an archive that do not say that they are UTF-8: UTF-8 all the same where the bytes are (macOS), else GB18030
/// (Windows in China). Handed to the reader of archives as an encoding.
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
            Utf8.GetCharCount(bytes, index, count);
            return Utf8;
        }
        catch (DecoderFallbackException)
        {
            return Lenient;
        }
    }
}
