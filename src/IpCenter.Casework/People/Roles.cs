namespace IpCenter.Casework.People;

/// <summary>The roles of the centre and of those who work with it.</summary>
public static class Roles
{
    public const string Merchant = "merchant";
    public const string Agent = "agent";
    public const string Examiner = "examiner";
    public const string Reviewer = "reviewer";
    public const string RightsOfficer = "rights-officer";
    public const string Procurator = "procurator";
    public const string CourtClerk = "court-clerk";
    public const string TownOfficer = "town-officer";
    public const string Supervisor = "supervisor";
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } =
        [Merchant, Agent, Examiner, Reviewer, RightsOfficer, Procurator, CourtClerk, TownOfficer, Supervisor, Admin];

    /// <summary>Those who examine: they alone, besides the parties, may see an unpublished design.</summary>
    public static IReadOnlyList<string> ExaminingStaff { get; } = [Examiner, Reviewer, Supervisor];

    /// <summary>Those who come to the centre for themselves or for a firm.</summary>
    public static IReadOnlyList<string> Outside { get; } = [Merchant, Agent, TownOfficer];

    /// <summary>Those who act when a copy appears.</summary>
    public static IReadOnlyList<string> RightsStaff { get; } = [RightsOfficer, Supervisor];
}
