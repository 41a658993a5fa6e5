namespace IpCenter.Casework.Demo;

/// <summary>The clock by which the demo history is played: it only moves forward, up to the present.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void AdvanceTo(DateTimeOffset instant)
    {
        if (instant > _now)
            _now = instant;
    }
}
