namespace IpCenter.Casework.Firms;

/// <summary>Where a firm stands with its recordal.</summary>
public enum StandingState
{
    None,
    Submitted,
    Refused,
    InForce,
    Suspended,
    Expired,
}

/// <summary>Where a firm stands with its recordals today, and what it can ask for.</summary>
/// <param name="Current">In force or suspended today.</param>
/// <param name="Pending">Waits for the centre.</param>
/// <param name="Next">A renewal that begins when the current one ends.</param>
/// <param name="Last">The newest request, whatever became of it.</param>
/// <param name="RenewalOpensOn">The first day on which the current one can be renewed; <c>null</c> where it cannot.</param>
public sealed record FirmStanding(
    StandingState State, Recordal? Current, Recordal? Pending, Recordal? Next, Recordal? Last, DateOnly? RenewalOpensOn)
{
    public static FirmStanding Of(IEnumerable<Recordal> recordals, DateOnly today, RecordalTerm term)
    {
        var newestFirst = recordals.OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.TrailPlace).ToList();
        var given = newestFirst.Where(r => r.Status is RecordalStatus.Approved or RecordalStatus.Suspended).ToList();
        var (last, current) = (newestFirst.FirstOrDefault(), given.FirstOrDefault(r => r.Covers(today)));
        var pending = newestFirst.FirstOrDefault(r => r.Status == RecordalStatus.Submitted);
        var next = given.FirstOrDefault(r => r.ValidFrom > today);
        var state = (current, pending, last) switch
        {
            ({ Status: RecordalStatus.Suspended }, _, _) => StandingState.Suspended,
            ({ }, _, _) => StandingState.InForce,
            (null, { }, _) => StandingState.Submitted,
            (null, null, null) => StandingState.None,
            (null, null, { Status: RecordalStatus.Refused }) => StandingState.Refused,
            _ => StandingState.Expired,
        };
        var renewable = state == StandingState.InForce && pending is null && next is null ? current!.ValidUntil : null;
        return new(state, current, pending, next, last, renewable?.AddDays(-term.RenewalOpensDays));
    }

    /// <summary>A first request, or a new one after a refusal or the end.</summary>
    public bool MayAsk => State is StandingState.None or StandingState.Refused or StandingState.Expired;

    public bool MayRenewOn(DateOnly today) => RenewalOpensOn <= today;

    /// <summary>A renewal was refused while the recordal still holds.</summary>
    public Recordal? RefusedRenewal => Current is not null && Last is { Status: RecordalStatus.Refused, RenewsId: { } renews } && renews == Current.Id ? Last : null;
}
