using IpCenter.Casework.Cases;

namespace IpCenter.Casework.Audit;

/// <summary>The case of an entry, as the reader may know it.</summary>
public sealed record AuditedCase(Guid Id, CaseKind Kind, string? Number);

/// <summary>One entry as a reader of the trail sees it.</summary>
/// <param name="ActorName"><c>null</c>: a party whose unpublished design would show by the name.</param>
/// <param name="Roles">The roles that the person has today; the trail does not keep those of the time.</param>
/// <param name="DetailJson"><c>null</c>: withheld.</param>
/// <param name="Case"><c>null</c> where the entry is of no case, or of one that is withheld.</param>
/// <param name="IsWithheld">The entry is of a design that nobody outside the case and the examining staff may know of.</param>
public sealed record AuditEntry(
    long Sequence, DateTimeOffset At, string? ActorName, IReadOnlyList<string> Roles, string Action, string? DetailJson, string? Reason,
    AuditedCase? Case, bool IsWithheld, string Hash);

/// <summary>One page of the trail, newest first.</summary>
/// <param name="Newer">Entries after this place in the chain are newer than the page; <c>null</c>: there are none.</param>
/// <param name="Older">Entries before this place are older than the page; <c>null</c>: there are none.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Newer, long? Older);
