namespace IpCenter.Casework.Staffing;

/// <summary>The case of a forecasted task.</summary>
public sealed record ForecastedCase(Guid CaseId, string Number, string Title, ForecastedTask Forecast);
