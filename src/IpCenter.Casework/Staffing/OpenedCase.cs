using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.Examination;

namespace IpCenter.Casework.Staffing;

/// <summary>
/// Which reads on record are no opening of the case itself: it, or one picture of it, was shown beside another case. Its own
/// page records a read of its own.
/// </summary>
public static class OpenedCase
{
    public static readonly string[] InPassing = [FilingHistoryQuery.Purpose, AbnormalSigns.Purpose, "view", "comparison", "export"];
}
