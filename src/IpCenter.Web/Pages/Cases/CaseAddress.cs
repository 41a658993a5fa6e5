using IpCenter.Casework.Cases;

namespace IpCenter.Web.Pages.Cases;

/// <summary>Where the page of a case is.</summary>
public static class CaseAddress
{
    public static string Of(CaseKind kind, Guid id) => kind switch
    {
        CaseKind.Infringement => $"/reports/{id}",
        CaseKind.Referral => $"/referrals/{id}",
        _ => $"/cases/{id}",
    };
}
