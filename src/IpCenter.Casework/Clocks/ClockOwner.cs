namespace IpCenter.Casework.Clocks;

/// <summary>On whose clock a case runs. The centre promises only its own.</summary>
public enum ClockOwner
{
    Centre,
    Applicant,

    /// <summary>The national office (国家知识产权局).</summary>
    Office,
}
