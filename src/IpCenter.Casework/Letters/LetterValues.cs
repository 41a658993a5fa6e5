namespace IpCenter.Casework.Letters;

/// <summary>What goes into the fields of one letter. A field without a value stays empty.</summary>
/// <param name="Once">Fields that stand once.</param>
/// <param name="Points">The fields of each point that is to be corrected, in order.</param>
public sealed record LetterValues(
    IReadOnlyDictionary<LetterField, string> Once,
    IReadOnlyList<IReadOnlyDictionary<LetterField, string>> Points);
