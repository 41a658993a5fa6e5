using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Apply;

/// <summary>An application while its applicant may change it: a draft, or one that came back for correction.</summary>
public sealed record Draft
{
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required string FirmName { get; init; }

    public required ApplicationForm Form { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Public number; only an application in correction has one.</summary>
    public required string? Number { get; init; }

    public bool IsCorrection => Number is not null;

    /// <summary>The correction round; 0 while a draft.</summary>
    public required int Round { get; init; }

    /// <summary>How often each step was saved.</summary>
    public required IReadOnlyDictionary<string, int> Saves { get; init; }

    /// <summary>What the formality check says of it as it stands.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }
}

/// <summary>Reads drafts for the steps of the application.</summary>
public sealed class DraftQuery(CaseworkDbContext db, EditableApplications editable, ApplicationCheck check)
{
    /// <summary><c>null</c> where there is nothing that the viewer may change.</summary>
    public async Task<Draft?> FindAsync(Guid id, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var found = await editable.FindAsync(id, viewer, ct);
        if (!found.Succeeded)
            return null;
        var application = found.Value;
        var number = await db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync(ct);
        return new Draft
        {
            Id = id,
            FirmId = application.FirmId,
            FirmName = await db.Firms.Where(f => f.Id == application.FirmId).Select(f => f.Name).SingleAsync(ct),
            Form = application.Form,
            SavedAt = application.SavedAt,
            Number = number,
            Round = application.Round,
            Saves = await db.DraftStepSaves.AsNoTracking().Where(s => s.ApplicationId == id).ToDictionaryAsync(s => s.Step, s => s.Number, ct),
            Remarks = await check.RunAsync(application, now, ct),
        };
    }
}
