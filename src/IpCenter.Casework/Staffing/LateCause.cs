namespace IpCenter.Casework.Staffing;

/// <summary>Why a task is not done in time.</summary>
public enum LateCause
{
    /// <summary>Its day has passed already.</summary>
    Passed,

    /// <summary>Nobody may do it: no one with the class, or everybody has to keep out, or the holder is gone.</summary>
    NobodyCan,

    /// <summary>Whoever has it is away before the day.</summary>
    HolderAway,

    /// <summary>Its clock stands still, and what is left afterwards is shorter than the task.</summary>
    Paused,

    /// <summary>Other tasks come first.</summary>
    OthersFirst,

    /// <summary>What is left of the term is shorter than the task.</summary>
    TooShort,
}
