namespace IpCenter.Casework.Fees;

/// <summary>
/// The office's reduction (费减). The centre knows only yes or no and how many applicants there are: income is a matter
/// between the applicant and the office.
/// </summary>
public sealed record FeeReduction(decimal SingleRate, decimal JointRate, int AnnualFeeYears, string Source, decimal Confidence);
