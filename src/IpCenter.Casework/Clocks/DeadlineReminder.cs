namespace IpCenter.Casework.Clocks;

/// <summary>A reminder at a time of the first or the last day of a period, China time.</summary>
public sealed record DeadlineReminder(ReminderDay On, TimeOnly At);

public enum ReminderDay
{
    /// <summary>The day of the event.</summary>
    FirstDay,

    /// <summary>The day on which the period ends.</summary>
    LastDay,
}
