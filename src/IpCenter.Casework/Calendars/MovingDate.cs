using IpCenter.Casework.Cases;

namespace IpCenter.Casework.Calendars;

/// <summary>A date of an open case that another calendar would move, or no longer leave provisional.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number; what it is about is not said here.</param>
/// <param name="RuleKey">The period.</param>
/// <param name="From">The date as it stands.</param>
/// <param name="To">The date as it would be; <c>null</c> where it cannot be counted.</param>
public sealed record MovingDate(Guid CaseId, CaseKind Kind, string? Number, string RuleKey, DateTimeOffset From, DateTimeOffset? To);
