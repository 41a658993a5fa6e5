namespace IpCenter.Casework.Staffing;

/// <summary>What a kind of task takes.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="Median">Working time.</param>
/// <param name="Measured">Of how many measured tasks; with too few the time is the configured one.</param>
/// <param name="IsMeasured">False: the configured time.</param>
public sealed record HandlingTime(string Task, TimeSpan Median, int Measured, bool IsMeasured);
