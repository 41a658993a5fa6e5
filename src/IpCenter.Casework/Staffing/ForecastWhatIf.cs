namespace IpCenter.Casework.Staffing;

/// <summary>What would be otherwise.</summary>
/// <param name="MoreOfRole">A role in which there would be more people, all of them examining every class.</param>
/// <param name="More">How many more.</param>
/// <param name="AbsentId">Somebody who would be away.</param>
/// <param name="AbsentDays">For how many days from today.</param>
/// <param name="Order">The order of the queue.</param>
public sealed record ForecastWhatIf(string? MoreOfRole = null, int More = 0, Guid? AbsentId = null, int AbsentDays = 0, ForecastOrder Order = ForecastOrder.Due)
{
    /// <summary>Other days by which tasks would be due, by the task; they change the order of the queue.</summary>
    public IReadOnlyDictionary<Guid, DateTimeOffset>? Dates { get; init; }

    public bool IsAsItIs => More == 0 && (AbsentId is null || AbsentDays == 0) && Order == ForecastOrder.Due && Dates is null;
}
