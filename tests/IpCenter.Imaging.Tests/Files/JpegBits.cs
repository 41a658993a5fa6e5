namespace IpCenter.Imaging.Tests.Files;

/// <summary>Entropy-coded bits, most significant first; a 0 follows every 0xFF, so that it is no marker (T.81, B.1.1.5).</summary>
internal sealed class JpegBits(Stream file)
{
    private int _byte, _count;

    public void Write(int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            _byte = (_byte << 1) | ((value >> bit) & 1);
            if (++_count < 8) continue;
            file.WriteByte((byte)_byte);
            if (_byte == 0xFF) file.WriteByte(0);
            (_byte, _count) = (0, 0);
        }
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void Pad()
    {
        while (_count != 0) Write(1, 1);
    }
}
