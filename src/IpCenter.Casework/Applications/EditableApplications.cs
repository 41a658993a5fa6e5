using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>When an applicant may change an application: while it is a draft, and while a correction is asked.</summary>
public sealed class EditableApplications(CaseworkDbContext db)
{
    public const string CorrectionTask = "CorrectDefects";

    public async Task<Result<DesignApplication>> FindAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var application = await db.Applications.FindAsync([id], ct);
        if (application is null || !viewer.Sees(application.FirmId))
            return new RuleViolation("case.not-found");
        if (!viewer.ActsFor(application.FirmId))
            return new RuleViolation("firm.only-looks");
        var file = await db.Cases.FindAsync([id], ct);
        if (file!.IsDraft || await IsInCorrectionAsync(id, ct))
            return application;
        return new RuleViolation("application.not-editable", null, file.Number ?? "");
    }

    public Task<bool> IsInCorrectionAsync(Guid id, CancellationToken ct) => db.WorkItems.AnyAsync(
        w => w.CaseId == id && w.Name == CorrectionTask && w.CompletedAt == null && w.CancelledAt == null, ct);
}
