using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Clocks;

/// <summary>The file <c>data/statutory-holidays.json</c>: the days off that the law gives everybody in every year.</summary>
public sealed record StatutoryHolidays
{
    public required Provenance Provenance { get; init; }

    /// <summary>Years before it had other days.</summary>
    public required DateOnly InForce { get; init; }

    public required IReadOnlyList<StatutoryHoliday> Holidays { get; init; }

    public int Days => Holidays.Sum(holiday => holiday.Days);

    /// <summary>Whether the law gives a year these days.</summary>
    public bool Governs(int year) => year >= InForce.Year;

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        for (var at = 0; at < Holidays.Count; at++)
            if (Holidays[at].Days < 1)
                yield return new Fault($"$.holidays[{at}].days", $"{Holidays[at].Days} is too short.");
            else if ((Holidays[at].Month is null) != (Holidays[at].FirstDay is null) || Holidays[at].Month is < 1 or > 12 || Holidays[at].FirstDay is < 1 or > 28)
                yield return new Fault($"$.holidays[{at}].month", "A fixed holiday has a month and a first day of it.");
    }
}

/// <summary>A holiday of everybody.</summary>
/// <param name="Name">What its name in a notice contains: a notice may name two in one.</param>
/// <param name="Days">Days off that the law gives for it.</param>
/// <param name="Month">Of a holiday whose day of the solar year is fixed.</param>
/// <param name="FirstDay">The first of its days in that month.</param>
public sealed record StatutoryHoliday(Bilingual Name, int Days, int? Month = null, int? FirstDay = null)
{
    /// <summary>The days of a year on which it always lies; none where the Chinese calendar decides.</summary>
    public IEnumerable<DateOnly> FixedDays(int year) => Month is { } month && FirstDay is { } first
        ? Enumerable.Range(0, Days).Select(later => new DateOnly(year, month, first).AddDays(later))
        : [];
}
