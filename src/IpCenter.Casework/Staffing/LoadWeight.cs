namespace IpCenter.Casework.Staffing;

public sealed record LoadWeight(int DaysLeft, decimal Weight);
