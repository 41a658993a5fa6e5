namespace IpCenter.Casework.Staffing;

/// <summary>How well somebody knows a class of products.</summary>
public enum SkillLevel
{
    /// <summary>Is learning the class: gets such cases, with more time for each.</summary>
    Learning,

    Practised,

    Expert,
}
