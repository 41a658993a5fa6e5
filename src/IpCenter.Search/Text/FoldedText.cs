namespace IpCenter.Search.Text;

/// <summary>A text as it is compared, and where each of its characters was in what was written.</summary>
internal sealed class FoldedText
{
    private readonly int[] _origins;

    public FoldedText(string written)
    {
        Text = Tokenizer.Fold(written);
        _origins = new int[Text.Length + 1];
        var (at, length) = (0, 0);
        while (at < written.Length)
        {
            // Normalising joins and splits characters between two that it leaves alone, and never across them.
            var next = Tokenizer.NextAlone(written, at + 1);
            var piece = Tokenizer.Fold(written[at..next]).Length;
            for (var i = 0; i < piece && length < Text.Length; i++, length++)
                _origins[length] = piece == next - at ? at + i : at;
            at = next;
        }
        Array.Fill(_origins, written.Length, length, _origins.Length - length);
    }

    public string Text { get; }

    /// <summary>What was written for a range of the folded text.</summary>
    public TextRange Written(int start, int length)
    {
        var from = _origins[start];
        // Behind the last character: where the next written one begins that is another.
        var end = start + length;
        while (end < Text.Length && _origins[end] == _origins[start + length - 1])
            end++;
        return new TextRange(from, _origins[end] - from);
    }
}
