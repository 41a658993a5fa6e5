namespace IpCenter.Casework.People;

/// <summary>
/// The person who looks or acts, with everything that decides what may be seen: read once per request.
/// An anonymous visitor has no id and no role.
/// </summary>
public sealed record Viewer(
    Guid? PersonId,
    string Name,
    IReadOnlySet<string> Roles,
    IReadOnlySet<Guid> FirmIds,
    string? CourtId)
{
    public static Viewer Anonymous { get; } = new(null, "", new HashSet<string>(), new HashSet<Guid>(), null);

    public bool Is(string role) => Roles.Contains(role);

    public bool IsAny(IEnumerable<string> roles) => roles.Any(Roles.Contains);

    public bool IsExaminingStaff => IsAny(People.Roles.ExaminingStaff);

    public bool IsRightsStaff => IsAny(People.Roles.RightsStaff);

    public bool ActsFor(Guid firmId) => FirmIds.Contains(firmId);

    /// <summary>The audiences of the search index that this person belongs to; the index compares them inside its scan.</summary>
    public IReadOnlyCollection<string> Audiences
    {
        get
        {
            var audiences = new List<string> { Audience.Public };
            if (IsExaminingStaff)
                audiences.Add(Audience.Staff);
            audiences.AddRange(FirmIds.Select(Audience.OfFirm));
            return audiences;
        }
    }
}

/// <summary>Names of the groups who may find a document in the search index.</summary>
public static class Audience
{
    public const string Public = "public";

    public const string Staff = "staff";

    public static string OfFirm(Guid firmId) => $"firm:{firmId:N}";
}
