using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>Keeps who is named by submitted applications in step with their answers. Drafts are the firm's alone and never among them.</summary>
public static class NamedParties
{
    public const int LongestKey = 200;

    /// <summary>Brings the rows of an application to its answers as they stand; saved by the caller.</summary>
    public static async Task FollowAsync(CaseworkDbContext db, DesignApplication application, CancellationToken ct)
    {
        var wanted = Of(application).DistinctBy(p => (p.Role, p.Key)).ToList();
        var standing = await db.NamedParties.Where(p => p.ApplicationId == application.Id).ToListAsync(ct);
        db.NamedParties.RemoveRange(standing.Where(old => !wanted.Any(p => p.Role == old.Role && p.Key == old.Key)));
        db.NamedParties.AddRange(wanted.Where(p => !standing.Any(old => p.Role == old.Role && p.Key == old.Key)));
    }

    /// <summary>Rows of submitted applications that are older than this table.</summary>
    public static async Task WriteMissingAsync(CaseworkDbContext db, CancellationToken ct)
    {
        var missing = await (
            from application in db.Applications.AsNoTracking()
            join file in db.Cases on application.Id equals file.Id
            where file.SubmittedAt != null && !db.NamedParties.Any(p => p.ApplicationId == application.Id)
            select application).ToListAsync(ct);
        foreach (var application in missing)
            await FollowAsync(db, application, ct);
    }

    // The first applicant is the firm itself.
    private static IEnumerable<NamedParty> Of(DesignApplication application) =>
    [
        .. application.Form.Applicants.Skip(1).Select(a => Party(application, PartyRole.CoApplicant, FirmKeys.Text(a.IdentificationNumber) is { Length: > 0 } number ? number : FirmKeys.Text(a.Name), a.Name)).OfType<NamedParty>(),
        .. application.Form.Designers.Select(d => Party(application, PartyRole.Designer, FirmKeys.Text(d.Name), d.Name)).OfType<NamedParty>(),
    ];

    private static NamedParty? Party(DesignApplication application, PartyRole role, string key, string name) => key.Length is < 2 or > LongestKey ? null : new()
    {
        ApplicationId = application.Id,
        FirmId = application.FirmId,
        Role = role,
        Key = key,
        Name = name.Trim() is { Length: > LongestKey } longName ? longName[..LongestKey] : name.Trim(),
    };
}
