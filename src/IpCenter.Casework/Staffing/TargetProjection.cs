namespace IpCenter.Casework.Staffing;

/// <summary>The open cases of a period beside another length of it, and what the other tasks of the desk would bear. Nothing is kept of it.</summary>
/// <param name="Cases">The worst first.</param>
/// <param name="OthersLateNow">Tasks of the desk outside this period that will be late as it is.</param>
/// <param name="OthersLateTried">The same if the days that are tried ruled the order of the queue.</param>
/// <param name="Basis">On what the forecast rests.</param>
public sealed record TargetProjection(IReadOnlyList<ProjectedCase> Cases, int OthersLateNow, int OthersLateTried, ForecastAnswer Basis)
{
    public IEnumerable<ProjectedCase> Named => Cases.Where(c => c.IsNamed);

    public int Withheld => Cases.Count(c => !c.IsNamed);

    public int Now(TargetVerdict verdict) => Cases.Count(c => c.Now == verdict);

    public int IfTried(TargetVerdict verdict) => Cases.Count(c => c.IfTried == verdict);
}
