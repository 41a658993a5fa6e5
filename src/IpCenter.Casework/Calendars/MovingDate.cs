using IpCenter.Casework.Cases;

namespace IpCenter.Casework.Calendars;

/// <summary>An open date that another calendar would move, or no longer leave provisional.</summary>
/// <param name="CaseId">The case; <c>null</c> for a date of a right.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">The number of the case or of the patent; what it is about is not said here.</param>
/// <param name="RuleKey">The period.</param>
/// <param name="From">The date as it stands.</param>
/// <param name="To">The date as it would be; <c>null</c> where it cannot be counted.</param>
public sealed record MovingDate(Guid? CaseId, CaseKind? Kind, string? Number, string RuleKey, DateTimeOffset From, DateTimeOffset? To);
