namespace IpCenter.Casework.Staffing;

/// <summary>What the desk will have done when, and on what that rests.</summary>
public sealed record ForecastAnswer(
    IReadOnlyList<ForecastedCase> Cases,
    IReadOnlyList<ForecastedDesk> Desks,
    IReadOnlyList<HandlingTime> Handling,
    IReadOnlyDictionary<Guid, string> Names)
{
    public IEnumerable<ForecastedCase> Late => Cases.Where(c => c.Forecast.IsLate);
}
