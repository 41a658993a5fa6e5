namespace IpCenter.Casework.People;

/// <summary>
/// The person who looks or acts, with everything that decides what may be seen: read once per request.
/// An anonymous visitor has no id and no role.
/// </summary>
/// <param name="Powers">The firms for which the person may do something today, and what.</param>
public sealed record Viewer(
    Guid? PersonId,
    string Name,
    IReadOnlySet<string> Roles,
    IReadOnlyDictionary<Guid, FirmPower> Powers,
    string? CourtId)
{
    public static Viewer Anonymous { get; } = new(null, "", new HashSet<string>(), new Dictionary<Guid, FirmPower>(), null);

    /// <summary>The firms whose cases and drafts the person may look at.</summary>
    public IReadOnlySet<Guid> FirmIds { get; } = With(Powers, FirmPower.Read);

    /// <summary>The firms for which the person files and answers.</summary>
    public IReadOnlySet<Guid> ActingFirmIds { get; } = With(Powers, FirmPower.Act);

    /// <summary>Those for whom this person stands in today.</summary>
    public IReadOnlySet<Guid> StandsInFor { get; init; } = new HashSet<Guid>();

    public bool Is(string role) => Roles.Contains(role);

    public bool IsAny(IEnumerable<string> roles) => roles.Any(Roles.Contains);

    public bool IsExaminingStaff => IsAny(People.Roles.ExaminingStaff);

    public bool IsRightsStaff => IsAny(People.Roles.RightsStaff);

    /// <summary>Comes to the centre for a firm or for themselves, and has no office at the centre or a partner of it.</summary>
    public bool IsOutsider => Roles.All(People.Roles.Outside.Contains);

    /// <summary>May look at what is the firm's: its cases, drafts, pictures.</summary>
    public bool Sees(Guid firmId) => FirmIds.Contains(firmId);

    /// <summary>May file for the firm and answer for it; who may do so also sees.</summary>
    public bool ActsFor(Guid firmId) => ActingFirmIds.Contains(firmId);

    /// <summary>Decides about the firm's people, mandates and recordal.</summary>
    public bool Governs(Guid firmId) => Powers.TryGetValue(firmId, out var power) && power == FirmPower.Govern;

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

    private static HashSet<Guid> With(IReadOnlyDictionary<Guid, FirmPower> powers, FirmPower least) =>
        [.. powers.Where(p => p.Value >= least).Select(p => p.Key)];
}

/// <summary>Names of the groups who may find a document in the search index.</summary>
public static class Audience
{
    public const string Public = "public";

    public const string Staff = "staff";

    public static string OfFirm(Guid firmId) => $"firm:{firmId:N}";
}
