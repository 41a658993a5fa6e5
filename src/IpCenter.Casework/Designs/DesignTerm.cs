namespace IpCenter.Casework.Designs;

/// <summary>How long a Chinese design patent lasts, from the day of filing.</summary>
public static class DesignTerm
{
    /// <summary>The fourth revision of the Patent Law came into force: fifteen years instead of ten (art. 42).</summary>
    public static DateOnly FifteenYearsFrom { get; } = new(2021, 6, 1);

    /// <summary>
    /// The day on which the term is over: filed on 6 September 1999 for ten years, the right is in force up to and with
    /// 5 September 2009 and ends on 6 September 2009, working day or not (审查指南 part V ch. 9, 2.1).
    /// </summary>
    public static DateOnly ExpiryOf(DateOnly filedOn) => filedOn.AddYears(filedOn >= FifteenYearsFrom ? 15 : 10);
}
