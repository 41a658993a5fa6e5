using IpCenter.Casework.Staffing;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>A relation to a firm because of which somebody keeps out.</summary>
public sealed record DeclaredRelation(Guid Id, string Firm, string Reason, DateTimeOffset DeclaredAt);

/// <summary>Somebody of the house: what they can do, when they are away, what lies on the desk.</summary>
/// <param name="Opened">Of the open tasks, those whose case was opened: they are not moved without the supervisor.</param>
public sealed record StaffDesk(StaffFacts Person, int Open, int Opened, IReadOnlyList<DeclaredRelation> Relations);

/// <summary>The switch of a queue that the system may give out.</summary>
public sealed record QueueSwitch(string Queue, bool ByClass, bool IsOn, DateTimeOffset? ChangedAt);
