using IpCenter.Casework.Evidence;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Rights;

/// <summary>
/// Originals leave the vault here and nowhere else: as attachments, never shown by the browser, each time with an entry
/// in the chain of custody.
/// </summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this WebApplication app)
    {
        app.MapGet("/reports/{id:guid}/evidence.zip", async (
            Guid id, ExportEvidence export, Handing hand, CancellationToken ct) =>
            await hand.OutAsync(id, (viewer, actor, token) => export.AllAsync(id, viewer, actor, token), ct)).RequireAuthorization();
        app.MapGet("/reports/{id:guid}/evidence/{evidenceId:guid}", async (
            Guid id, Guid evidenceId, ExportEvidence export, Handing hand, CancellationToken ct) =>
            await hand.OutAsync(id, (viewer, actor, token) => export.OneAsync(id, evidenceId, viewer, actor, token), ct)).RequireAuthorization();
    }
}

/// <summary>Saves the note in the chain of custody first; only then do the bytes go out.</summary>
internal sealed class Handing(SavingBoundary boundary, CurrentPerson me, Flash flash, IStringLocalizer<Resources.Report> texts)
{
    public async Task<IResult> OutAsync(
        Guid reportId, Func<IpCenter.Casework.People.Viewer, IpCenter.Casework.Audit.Actor, CancellationToken, Task<Result<ExportedFile>>> take, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var taken = await boundary.SaveAsync(token => take(viewer, me.Actor(), token), ct);
        if (taken.Succeeded)
            return Results.File(taken.Value.Bytes, "application/octet-stream", taken.Value.FileName);
        if (taken.Violations.All(v => v.Code != ExportEvidence.Changed))
            return Results.NotFound();
        flash.Say(texts["evidence.changed"]);
        return Results.LocalRedirect(viewer.CourtId is null ? $"/reports/{reportId}" : "/court");
    }
}
