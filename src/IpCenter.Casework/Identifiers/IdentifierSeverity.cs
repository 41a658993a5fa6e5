namespace IpCenter.Casework.Identifiers;

public enum IdentifierSeverity
{
    /// <summary>Please look again; it does not stop anybody.</summary>
    Warn,

    /// <summary>It cannot be such a number.</summary>
    Block,
}
