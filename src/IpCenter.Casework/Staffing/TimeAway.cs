namespace IpCenter.Casework.Staffing;

/// <summary>Days on which somebody is not there, both included.</summary>
public readonly record struct TimeAway(DateOnly From, DateOnly To, Guid? SubstituteId = null);
