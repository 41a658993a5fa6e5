namespace IpCenter.Casework.Identifiers;

public enum PatentKind
{
    Invention = 1,
    UtilityModel = 2,
    Design = 3,
    PctInvention = 8,
    PctUtilityModel = 9,
}
