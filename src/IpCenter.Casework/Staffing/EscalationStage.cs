using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Staffing;

/// <summary>A share of a term at which somebody is called.</summary>
public sealed record EscalationStage(string Key, double Share, EscalationTo To);
