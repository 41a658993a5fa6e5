namespace IpCenter.Casework.Clocks;

/// <summary>How a period is counted. The day of the event is never counted, except by the service clock.</summary>
public enum CountingMode
{
    /// <summary>Calendar days; an end on a day off moves to the next working day (专利法实施细则5, 民事诉讼法85, 民法典203).</summary>
    CalendarRoll,

    /// <summary>Months or years to the same-numbered day, or the month's last day; then as above (专利法实施细则5, 民法典202).</summary>
    MonthRoll,

    /// <summary>Only working days count, so the end never needs moving.</summary>
    WorkingDays,

    /// <summary>Hours in court matters, from the next full hour (民事诉讼法解释125); nights and days off count.</summary>
    Hours,

    /// <summary>A promise of the centre: hours as they pass, or calendar days to 24:00, days off included. Zero days is the same day.</summary>
    ServiceClock,

    /// <summary>The law names no number ("a reasonable period"): no date can be computed.</summary>
    Undetermined,
}
