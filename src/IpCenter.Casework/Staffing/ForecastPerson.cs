namespace IpCenter.Casework.Staffing;

/// <summary>Somebody who works off tasks.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">For the explanation.</param>
/// <param name="Queues">From which queues untaken tasks are taken.</param>
/// <param name="Skills">Classes examined.</param>
/// <param name="Away">When not there, and who stands in.</param>
public sealed record ForecastPerson(
    Guid Id, string Name, IReadOnlySet<string> Queues, IReadOnlyList<string> Skills, IReadOnlyList<TimeAway> Away)
{
    public bool IsAwayOn(DateOnly day) => Away.Any(a => a.From <= day && day <= a.To);

    /// <summary>Whether an untaken task is one that this person may take.</summary>
    public bool MayTake(ForecastTask task) =>
        Queues.Contains(task.Queue) && !task.KeepOut.Contains(Id)
        && (task.LocarnoClass is not { } locarno || Skills.Any(s => s == locarno || locarno.StartsWith($"{s}-", StringComparison.Ordinal)));
}
