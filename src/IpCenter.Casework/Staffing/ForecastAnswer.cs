namespace IpCenter.Casework.Staffing;

/// <summary>What the desk will have done when, and on what that rests.</summary>
/// <param name="Names">Who works.</param>
/// <param name="Away">How many of them are away on some day of the forecast.</param>
public sealed record ForecastAnswer(
    IReadOnlyList<ForecastedCase> Cases,
    IReadOnlyList<ForecastedDesk> Desks,
    IReadOnlyList<HandlingTime> Handling,
    IReadOnlyDictionary<Guid, string> Names,
    int Away)
{
    public IEnumerable<ForecastedCase> Late => Cases.Where(c => c.Forecast.IsLate);
}
