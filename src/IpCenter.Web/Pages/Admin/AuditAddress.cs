using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.People;
using IpCenter.Web.Pages.Cases;

namespace IpCenter.Web.Pages.Admin;

/// <summary>The filters of the trail as they travel in an address, and where its cases are.</summary>
internal static class AuditAddress
{
    /// <summary>Reads the filters; a day that does not exist is as good as none.</summary>
    public static AuditFilter Read(string? person, string? number, string? action, string? from, string? to) =>
        new(TextOf(person), TextOf(number), TextOf(action), DayOf(from), DayOf(to));

    public static IReadOnlyDictionary<string, object?> Write(AuditFilter filter) => new Dictionary<string, object?>
    {
        ["person"] = filter.Person,
        ["number"] = filter.CaseNumber,
        ["action"] = filter.Action,
        ["from"] = Machine(filter.From),
        ["to"] = Machine(filter.To),
    };

    public static string? Machine(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The page of a case for those whose roles open it; <c>null</c> for others, so that no link leads nowhere.</summary>
    public static string? OfCase(AuditedCase file, Viewer viewer)
    {
        var mayOpen = file.Kind == CaseKind.DesignApplication ? viewer.IsExaminingStaff : viewer.IsRightsStaff;
        return mayOpen ? CaseAddress.Of(file.Kind, file.Id) : null;
    }

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
