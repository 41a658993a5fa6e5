namespace IpCenter.Casework.Staffing;

/// <summary>A person who may not do a task, with the code of <see cref="NotEligible"/> that says why.</summary>
public sealed record TaskConflict(Guid WorkItemId, Guid PersonId, string Why);
