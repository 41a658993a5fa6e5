namespace IpCenter.CrashHost;

/// <summary>
/// The machine's clock, sixty times as fast so that timers of whole seconds come soon, and put forward or back by an offset.
/// Every process that is given the same origin reads the same time, however often it is killed.
/// </summary>
internal sealed class ShiftedClock(DateTimeOffset origin, TimeSpan offset) : TimeProvider
{
    private const int Speed = 60;

    public override DateTimeOffset GetUtcNow() => origin + (System.GetUtcNow() - origin) * Speed + offset;
}
