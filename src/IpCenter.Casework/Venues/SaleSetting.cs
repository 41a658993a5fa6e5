namespace IpCenter.Casework.Venues;

/// <summary>How the act was done, where that adds or replaces connecting points.</summary>
public enum SaleSetting
{
    OnlineSale,
    Livestream,
    NetworkDissemination,
}
