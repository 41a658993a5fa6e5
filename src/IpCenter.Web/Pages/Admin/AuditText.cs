using IpCenter.Casework.Audit;
using IpCenter.Web.Languages;

namespace IpCenter.Web.Pages.Admin;

/// <summary>An entry in words; what is withheld stays open in the sentence.</summary>
internal static class AuditText
{
    public static string Of(AuditEntry entry, AuditWords audit, Words words) =>
        entry.DetailJson is { } details ? audit.Of(entry.Action, details) : words.Action(entry.Action, "…", "…", "…", "…");
}
