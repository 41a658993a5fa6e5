namespace IpCenter.Casework.Formalities;

/// <summary>How much a remark weighs.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>A person has to look.</summary>
    Warn,

    /// <summary>The office would not accept the application, or would refuse it.</summary>
    Block,
}
