namespace IpCenter.Casework.Staffing;

/// <summary>Why somebody does not get a task.</summary>
public static class NotEligible
{
    /// <summary>Is not there today.</summary>
    public const string Absent = "absent";

    /// <summary>Is away before the task is due.</summary>
    public const string AwayBeforeDue = "away-before-due";

    /// <summary>Does not examine the class.</summary>
    public const string NoSkill = "no-skill";

    /// <summary>Made the decision that is read a second time.</summary>
    public const string FirstReading = "first-reading";

    /// <summary>Has a relation to the firm.</summary>
    public const string OwnFirm = "own-firm";

    /// <summary>Gave this task back before.</summary>
    public const string GaveBack = "gave-back";
}
