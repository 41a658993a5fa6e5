namespace IpCenter.Casework.Staffing;

/// <summary>Somebody who was considered, as things stood then.</summary>
/// <param name="Name">The name at that time.</param>
/// <param name="Open">Open tasks on the desk.</param>
/// <param name="Load">The same, each weighted by the days that it has left.</param>
/// <param name="Out">Why this person was not eligible: a code of <see cref="NotEligible"/>; <c>null</c> for one who was.</param>
public sealed record Considered(string Name, int Open, decimal Load, SkillLevel? Level = null, string? Out = null);
