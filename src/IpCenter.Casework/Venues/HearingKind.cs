namespace IpCenter.Casework.Venues;

public enum HearingKind
{
    Circuit,
    Online,
}
