using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Cases;

/// <summary>Takes the stored segments of one case up as its history.</summary>
internal static class CaseClockHistory
{
    /// <remarks>Two switches at one instant leave a segment of no length; the one that ended comes first.</remarks>
    public static CaseClocks Of(IEnumerable<CaseClockSegment> segments) => CaseClocks.FromSegments(segments
        .OrderBy(s => s.From).ThenBy(s => s.To ?? DateTimeOffset.MaxValue)
        .Select(s => new ClockSegment(s.Owner, s.From, s.To, s.Reason) { IsPause = s.IsPause }));
}
