namespace IpCenter.Casework.Staffing;

/// <summary>In which order untaken tasks are taken.</summary>
public enum ForecastOrder
{
    /// <summary>As the queue stands: least time left first.</summary>
    Due,

    /// <summary>First come, first served.</summary>
    Arrival,

    /// <summary>The quickest first.</summary>
    Shortest,
}
