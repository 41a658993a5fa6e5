namespace IpCenter.Casework.Firms;

/// <summary>Facts of a firm's conduct in the time that the rules look back on. They accuse nobody: an officer judges.</summary>
/// <param name="Since">The first day looked at.</param>
/// <param name="Decided">Pre-examinations with a result.</param>
/// <param name="Failed">Of these, those that failed.</param>
public sealed record FirmConduct(DateOnly Since, int Decided, int Failed)
{
    /// <summary>0 to 1; 0 where nothing was decided.</summary>
    public decimal FailedShare => Decided == 0 ? 0 : (decimal)Failed / Decided;
}
