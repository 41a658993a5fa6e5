using static IpCenter.Casework.Letters.LetterField;

namespace IpCenter.Casework.Letters;

/// <summary>What a letter of one kind tells besides what every letter does.</summary>
/// <param name="Own">Its own fields.</param>
/// <param name="Required">Those without which it does not say what it is for.</param>
internal sealed record LetterContent(IReadOnlyList<LetterField> Own, IReadOnlyList<LetterField> Required);

/// <summary>Which letters have which fields.</summary>
internal static class LetterContents
{
    public static readonly IReadOnlySet<LetterField> Everywhere = new HashSet<LetterField>
    {
        LetterNumber, CaseNumber, Product, Firm, FirmAddress, IssuedOn, Reason, CentreName, CentreContact,
    };

    private static readonly Dictionary<LetterKind, LetterContent> Contents = new()
    {
        [LetterKind.Passed] = new([Due, DueWhy], [Due]),
        [LetterKind.Correction] = new([Due, DueWhy, Round, PointNumber, PointText, PointBasis], [Due, PointText]),
        [LetterKind.Refused] = new([], [Reason]),
        [LetterKind.LeftFastLane] = new([], [Reason]),
        [LetterKind.GrantNotice] = new([OfficeNumber, NoticeOn, LetterField.Fees, Total, PayAt, Due, DueWhy], [Total, PayAt, Due]),
        [LetterKind.Registered] = new([OfficeNumber, PatentNumber, AnnouncedOn, LetterField.Fees, Total, PayAt, Due, DueWhy], [PatentNumber, AnnouncedOn, Due]),
        [LetterKind.OfficeRefused] = new([OfficeNumber, NoticeOn, Due, DueWhy, Remedy], [Reason, Due, Remedy]),
        [LetterKind.DeemedWithdrawn] = new([OfficeNumber, NoticeOn, Due, DueWhy, Remedy], [Reason, Due, Remedy]),
        [LetterKind.DeemedAbandoned] = new([OfficeNumber, NoticeOn, Due, DueWhy, Remedy], [Reason, Due, Remedy]),
        [LetterKind.FeeLate] = new([OfficeNumber, LetterField.Fees, Total, PayAt, LaneDay, PaidOn, Due, DueWhy], [LaneDay, Due]),
        [LetterKind.FastLaneRestored] = new([OfficeNumber, LaneDay, PaidOn], [Reason]),
    };

    public static LetterContent Of(LetterKind kind) => Contents.TryGetValue(kind, out var content)
        ? content
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
}
