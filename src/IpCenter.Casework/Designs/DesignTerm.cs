namespace IpCenter.Casework.Designs;

/// <summary>How long a Chinese design patent lasts, from the day of filing.</summary>
public static class DesignTerm
{
    /// <summary>The fourth revision of the Patent Law came into force: fifteen years instead of ten (art. 42).</summary>
    public static DateOnly FifteenYearsFrom { get; } = new(2021, 6, 1);

    public static DateOnly ExpiryOf(DateOnly filedOn) => filedOn.AddYears(filedOn >= FifteenYearsFrom ? 15 : 10);
}
