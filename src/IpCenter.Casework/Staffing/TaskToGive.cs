namespace IpCenter.Casework.Staffing;

/// <summary>The task that is to be given to somebody.</summary>
/// <param name="LocarnoClass">The class of the product, where the queue goes by class; else <c>null</c>.</param>
/// <param name="DueOn">The day on which it is due; <c>null</c> where nothing is.</param>
public sealed record TaskToGive(string? LocarnoClass, DateOnly? DueOn);
