namespace IpCenter.Casework.Pauses;

/// <summary>How a pause ended.</summary>
public enum PauseEnding
{
    /// <summary>Somebody let the clock run again.</summary>
    ByPerson,

    /// <summary>The day came on which it was expected to end.</summary>
    AsExpected,

    /// <summary>The case went on to another stage, or was closed.</summary>
    StageLeft,
}
