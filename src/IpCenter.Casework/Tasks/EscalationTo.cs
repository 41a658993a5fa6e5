namespace IpCenter.Casework.Tasks;

/// <summary>Whom a stage of escalation calls.</summary>
public enum EscalationTo
{
    /// <summary>Whoever has the task; of an untaken one everybody who works the queue.</summary>
    Holder,

    /// <summary>Who stands in for the holder, and the supervisors.</summary>
    Lead,
}
