using IpCenter.Casework.People;

namespace IpCenter.Web.SignIn;

/// <summary>Who may open which screens. Every page names one of these, or says <c>[AllowAnonymous]</c>.</summary>
public static class Policies
{
    public const string Applicant = nameof(Applicant);
    public const string Examination = nameof(Examination);
    public const string Quality = nameof(Quality);
    public const string Supervision = nameof(Supervision);
    public const string Rights = nameof(Rights);
    public const string Procurator = nameof(Procurator);
    public const string Court = nameof(Court);
    public const string Town = nameof(Town);
    public const string Admin = nameof(Admin);
    public const string Staff = nameof(Staff);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> RolesOf { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Applicant] = [Roles.Merchant, Roles.Agent, Roles.TownOfficer],
        [Examination] = [Roles.Examiner, Roles.Reviewer, Roles.Supervisor],
        [Quality] = [Roles.Reviewer, Roles.Supervisor],
        [Supervision] = [Roles.Supervisor, Roles.Admin],
        [Rights] = [Roles.RightsOfficer, Roles.Supervisor],
        [Procurator] = [Roles.Procurator],
        [Court] = [Roles.CourtClerk],
        [Town] = [Roles.TownOfficer],
        [Admin] = [Roles.Admin],
        [Staff] = [Roles.Examiner, Roles.Reviewer, Roles.RightsOfficer, Roles.Supervisor, Roles.Admin],
    };
}
