namespace IpCenter.Search.Text;

/// <summary>
/// Where a word stands: document of the segment (16 bits), field (3 bits), number of the word in the field (13 bits). In the order of
/// their bits, places are in the order of the texts.
/// </summary>
internal static class WordPlace
{
    /// <summary>The number of all words behind the last that is counted: they are found singly and not in phrases.</summary>
    public const int LastPosition = (1 << PositionBits) - 1;

    public const int PositionBits = 13;

    private const int FieldBits = 3;

    public static uint Of(int document, int field, int position) =>
        (uint)document << (FieldBits + PositionBits) | (uint)field << PositionBits | (uint)Math.Min(position, LastPosition);

    public static int DocumentOf(uint place) => (int)(place >> (FieldBits + PositionBits));

    public static int FieldOf(uint place) => (int)(place >> PositionBits) & ((1 << FieldBits) - 1);

    public static int PositionOf(uint place) => (int)place & LastPosition;

    /// <summary>The place without the number of the word: the same for all words of one text.</summary>
    public static uint TextOf(uint place) => place >> PositionBits;

    public static int DocumentOfText(uint text) => (int)(text >> FieldBits);

    public static int FieldOfText(uint text) => (int)text & ((1 << FieldBits) - 1);

    /// <summary>The same place in another document.</summary>
    public static uint In(int document, uint place) => (uint)document << (FieldBits + PositionBits) | place & ((1u << (FieldBits + PositionBits)) - 1);
}
