using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Clocks;

/// <summary>A period with a name, a length, a way of counting and the authority behind it.</summary>
public sealed record DeadlineRule
{
    public required string Key { get; init; }

    /// <summary>The number in the centre's table of periods (D10), where it has one.</summary>
    public string? Code { get; init; }

    public required Bilingual Name { get; init; }

    public required DeadlineKind Kind { get; init; }

    public required CountingMode Mode { get; init; }

    /// <summary>Absent only where <see cref="Mode"/> is <see cref="CountingMode.Undetermined"/>.</summary>
    public int? Length { get; init; }

    public LengthUnit? Unit { get; init; }

    /// <summary>The longest length that an extension can reach, in the same unit.</summary>
    public int? LongestLength { get; init; }

    /// <summary>The event from which the period runs.</summary>
    public required Bilingual Trigger { get; init; }

    public Bilingual? Basis { get; init; }

    public required string Source { get; init; }

    /// <summary>How sure the source is, 0 to 1.</summary>
    public required decimal Confidence { get; init; }

    /// <summary>Whether the centre may show the date to a merchant as its promise.</summary>
    public bool Promised { get; init; }

    public DeadlineWarning? Warning { get; init; }

    /// <summary>Days after the start on which the person concerned is reminded, at the start of work.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [];

    /// <summary>Reminders at times of the first and the last day, in order.</summary>
    public IReadOnlyList<DeadlineReminder> Reminders { get; init; } = [];

    /// <summary>What happens when the period lapses.</summary>
    public Bilingual? Effect { get; init; }

    public Bilingual? Note { get; init; }

    /// <summary>First day on which the rule holds; null: since before the records.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>First day on which it no longer holds.</summary>
    public DateOnly? EffectiveTo { get; init; }

    public bool IsCountable => Mode != CountingMode.Undetermined;

    /// <summary>Whether a pause may move it: never what the law fixes, and only what counts working days.</summary>
    public bool IsPausable => Kind != DeadlineKind.Statutory && Mode == CountingMode.WorkingDays;

    public bool IsInForceOn(DateOnly date) => (EffectiveFrom is null || EffectiveFrom <= date) && (EffectiveTo is null || date < EffectiveTo);

    public IEnumerable<Fault> Faults(string path)
    {
        if (Confidence is < 0 or > 1)
            yield return new Fault($"{path}.confidence", $"{Confidence} is not between 0 and 1.");
        if (IsCountable != (Length is not null && Unit is not null))
            yield return new Fault($"{path}.length", IsCountable ? "A length and a unit are needed." : "A period without a fixed number has no length.");
        else if (IsCountable && !FitsMode(Unit!.Value))
            yield return new Fault($"{path}.unit", $"{Unit} cannot be counted by {Mode}.");
        if (Length < 0 || (Length == 0 && Mode != CountingMode.ServiceClock))
            yield return new Fault($"{path}.length", $"{Length} is too short.");
        if (LongestLength < Length)
            yield return new Fault($"{path}.longestLength", "It is shorter than the length.");
        if (EffectiveTo <= EffectiveFrom)
            yield return new Fault($"{path}.effectiveTo", "The rule ends before it begins.");
        if (Kind == DeadlineKind.Statutory && Basis is null)
            yield return new Fault($"{path}.basis", "A statutory period names its article.");
        if (Warning is { Unit: LengthUnit.Months or LengthUnit.Years } or { Before: < 0 })
            yield return new Fault($"{path}.warning", "A warning is so many hours, days or working days before the end.");
    }

    private bool FitsMode(LengthUnit unit) => Mode switch
    {
        CountingMode.CalendarRoll => unit is LengthUnit.Days,
        CountingMode.MonthRoll => unit is LengthUnit.Months or LengthUnit.Years,
        CountingMode.WorkingDays => unit is LengthUnit.WorkingDays,
        CountingMode.Hours => unit is LengthUnit.Hours,
        CountingMode.ServiceClock => unit is LengthUnit.Hours or LengthUnit.Days,
        _ => false,
    };
}
