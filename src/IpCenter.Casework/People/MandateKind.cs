namespace IpCenter.Casework.People;

/// <summary>As whom a person does something for a firm.</summary>
public enum MandateKind
{
    /// <summary>One of the firm's own people.</summary>
    Member,

    /// <summary>A patent agent, with the firm's consent.</summary>
    Agent,

    /// <summary>A town e-commerce officer who helps, with the firm's consent.</summary>
    TownOfficer,
}
