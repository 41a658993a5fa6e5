namespace IpCenter.Casework.Venues;

/// <summary>Dated rules: the first day counts, the end day no longer (the filing date is compared).</summary>
internal static class Effective
{
    public static bool On(DateOnly date, DateOnly? from, DateOnly? to) => (from is null || from <= date) && (to is null || date < to);
}
