namespace IpCenter.Casework.Clocks;

public enum LengthUnit
{
    Hours,
    Days,
    WorkingDays,
    Months,
    Years,
}
