namespace IpCenter.Casework.Staffing;

/// <summary>By what the load of somebody of a level is multiplied before loads are compared.</summary>
public sealed record LevelFactor(SkillLevel Level, decimal Factor);
