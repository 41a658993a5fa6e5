namespace IpCenter.Casework.Clocks;

/// <summary>Official: the State Council's notice for the year. Provisional: computed from the holiday regulations before the notice.</summary>
public enum CalendarStatus
{
    Official,
    Provisional,
}
