namespace IpCenter.Casework.Clocks;

public enum DayKind
{
    Workday,
    MakeUpWorkday,
    Weekend,
    Holiday,
}
