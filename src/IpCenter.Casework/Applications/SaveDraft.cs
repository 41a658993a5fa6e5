using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Saves one step of the wizard. Nothing is checked here but who may write, whether the form is still open, and whether
/// another window saved the same step meanwhile: a draft may be incomplete, and what was typed is never lost.
/// </summary>
public sealed class SaveDraft(CaseworkDbContext db, EditableApplications editable, KnownAgencies agencies, AuditTrail audit)
{
    public const string ChangedByHelper = "application.changed";

    /// <summary>Code of the violation: another window saved this step after this one was opened.</summary>
    public const string Overtaken = "draft.overtaken";

    /// <param name="basis">What the window knew; <c>null</c> for a change that depends on nothing that was shown.</param>
    public async Task<Result<DesignApplication>> ExecuteAsync(
        Guid id, Func<ApplicationForm, ApplicationForm> change, string step, Viewer viewer, Actor actor, CancellationToken ct, DraftBasis? basis = null)
    {
        var found = await editable.FindAsync(id, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (basis is not null && await RecordAsync(id, step, basis, actor, ct) is { } overtaken)
            return overtaken;
        var application = found.Value;
        var form = change(application.Form);
        if (form.Agency is { } agency && agency != application.Form.Agency)
            await agencies.KeepAsync(application.FirmId, agency, viewer, actor, ct);
        application.Save(form, step, actor.At);
        if (await db.Cases.FindAsync([id], ct) is { } file && form.ProductName.Length > 0)
            file.Title = form.ProductName;
        if (await IsFirstOfTheDayByHelperAsync(application, viewer, actor.At, ct))
            audit.Record(actor with { OnBehalfOfFirmId = application.FirmId }, ChangedByHelper, $"application:{id}", id);
        return application;
    }

    /// <summary>The firm is told of what a helper writes in its name, once a day for each application: steps are saved many times.</summary>
    private async Task<bool> IsFirstOfTheDayByHelperAsync(DesignApplication application, Viewer viewer, DateTimeOffset at, CancellationToken ct)
    {
        if (!await db.Mandates.AnyAsync(m => m.FirmId == application.FirmId && m.PersonId == viewer.PersonId && m.Kind != MandateKind.Member && m.RevokedAt == null, ct))
            return false;
        var morning = ChinaTime.StartOfDay(ChinaTime.DateOf(at));
        return !await db.AuditEvents.AnyAsync(e => e.CaseId == application.Id && e.PersonId == viewer.PersonId && e.Action == ChangedByHelper && e.At >= morning, ct);
    }

    private async Task<RuleViolation?> RecordAsync(Guid id, string step, DraftBasis basis, Actor actor, CancellationToken ct)
    {
        var save = await db.DraftStepSaves.FindAsync([id, step], ct);
        if (save is not null && basis.IsOvertakenBy(save))
            return new RuleViolation(Overtaken, null, save.ByName, ChinaTime.Local(save.At).ToString("HH:mm", CultureInfo.InvariantCulture));
        if (save is null)
        {
            save = new DraftStepSave { ApplicationId = id, Step = step };
            db.DraftStepSaves.Add(save);
        }
        save.Record(basis.Window, actor.Name, actor.At);
        return null;
    }
}
