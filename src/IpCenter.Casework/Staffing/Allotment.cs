namespace IpCenter.Casework.Staffing;

/// <summary>Who gets a task, and why; nobody where nobody is eligible.</summary>
public sealed record Allotment(Guid? PersonId, AllocationReason Reason);
