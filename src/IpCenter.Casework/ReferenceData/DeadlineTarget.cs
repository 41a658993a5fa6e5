namespace IpCenter.Casework.ReferenceData;

/// <summary>The length that the centre gives to a period of its own, in the unit of the rule.</summary>
public sealed record DeadlineTarget(string Key, int Length);
