namespace IpCenter.Casework.Applications;

/// <summary>Who saved a step of a draft last, so that two windows do not overwrite each other unseen.</summary>
public sealed class DraftStepSave
{
    public required Guid ApplicationId { get; init; }

    public required string Step { get; init; }

    /// <summary>The window that saved: each page that is opened has its own.</summary>
    public Guid Window { get; private set; }

    /// <summary>Counts the saves of the step.</summary>
    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string ByName { get; private set; } = "";

    public void Record(Guid window, string byName, DateTimeOffset at) => (Window, Number, ByName, At) = (window, Number + 1, byName, at);
}

/// <summary>What a window knew of a step when it was opened.</summary>
/// <param name="Window">The window's own id.</param>
/// <param name="Number">The saves that the step had then.</param>
/// <param name="Overrules">The person has seen that another window saved in between, and wants this one's answers.</param>
public sealed record DraftBasis(Guid Window, int Number, bool Overrules = false)
{
    public bool IsOvertakenBy(DraftStepSave save) => !Overrules && save.Window != Window && save.Number != Number;
}
