namespace IpCenter.Casework.Cases;

/// <summary>Why a date of a case was set, or set anew.</summary>
public enum DeadlineCause
{
    /// <summary>The process entered the stage.</summary>
    Stage,

    /// <summary>The clock was paused.</summary>
    Pause,

    /// <summary>The clock ran again earlier than expected.</summary>
    Resumption,

    /// <summary>The working calendar of a year changed.</summary>
    Calendar,

    /// <summary>A day that was told wrongly was mended.</summary>
    Correction,
}
