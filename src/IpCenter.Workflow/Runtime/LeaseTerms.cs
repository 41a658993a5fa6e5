namespace IpCenter.Workflow.Runtime;

/// <summary>When claims are looked at, and how long one lasts.</summary>
/// <param name="Now">The time.</param>
/// <param name="LeaseTime">How long a claim lasts unless prolonged.</param>
public readonly record struct LeaseTerms(DateTimeOffset Now, TimeSpan LeaseTime)
{
    /// <summary>When a claim that is taken now lapses.</summary>
    public DateTimeOffset Until => Now + LeaseTime;

    /// <summary>
    /// No honest claim lasts beyond this instant, even where the clocks of two nodes differ by as much as <see cref="LeaseTime"/>.
    /// One that does was taken before the clock was put back: it would hold up its wait until that time comes again, so it has lapsed.
    /// </summary>
    public DateTimeOffset Latest => Until + LeaseTime;
}
