using IpCenter.Casework.Fees;

namespace IpCenter.Casework.Letters;

/// <summary>What the office answered, as it was told or is about to be.</summary>
/// <param name="NoticeOn">The day on which its notice was received.</param>
/// <param name="Reason">Its reason, or why something was restored or put right.</param>
public sealed record OfficeAnswer(DateOnly? NoticeOn = null, string? PatentNumber = null, DateOnly? AnnouncedOn = null, string? Reason = null);

/// <summary>What a letter about an answer of the office tells of it.</summary>
public sealed record OfficeFacts
{
    public string? OfficeNumber { get; init; }

    public DateOnly? NoticeOn { get; init; }

    public string? PatentNumber { get; init; }

    public DateOnly? AnnouncedOn { get; init; }

    public IReadOnlyList<FeeQuote> Fees { get; init; } = [];

    public decimal Total => Fees.Sum(fee => fee.AmountCny);

    /// <summary>Without the reduction: due when the office has none on file.</summary>
    public decimal FullTotal => Fees.Sum(fee => fee.FullAmountCny);

    /// <summary>The last day of the fee in the fast lane; <c>null</c> where it is not known.</summary>
    public DateOnly? LaneDay { get; init; }

    public DateOnly? PaidOn { get; init; }

    /// <summary>What the applicant may do now.</summary>
    public Bilingual Remedy { get; init; } = Bilingual.Same("");
}
