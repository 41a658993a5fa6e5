using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Saves one step of the wizard. Nothing is checked here but who may write and whether the form is
/// still open: a draft may be incomplete, and what was typed is never lost.
/// </summary>
public sealed class SaveDraft(CaseworkDbContext db, EditableApplications editable)
{
    public async Task<Result<DesignApplication>> ExecuteAsync(
        Guid id, Func<ApplicationForm, ApplicationForm> change, string step, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await editable.FindAsync(id, viewer, ct);
        if (!found.Succeeded)
            return found;
        var application = found.Value;
        var form = change(application.Form);
        application.Save(form, step, actor.At);
        if (await db.Cases.FindAsync([id], ct) is { } file && form.ProductName.Length > 0)
            file.Title = form.ProductName;
        return application;
    }
}
