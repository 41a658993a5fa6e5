using IpCenter.Casework.Infringements;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace IpCenter.Web.Pages.Report;

/// <summary>What the script of the report form asks for; without script the form does the same by itself.</summary>
internal static class ReportEndpoints
{
    public static void MapReportForm(this WebApplication app)
    {
        var group = app.MapGroup("/report").RequireAuthorization(Policies.Applicant);
        group.MapPost("/share", (HttpRequest request, [FromForm] string text, ReferenceLibrary reference) =>
        {
            var share = ShareText.Read(text, reference.Platforms);
            return Results.Json(new { platform = share.Platform, linkOrRoom = share.LinkOrRoom, account = share.Account });
        });
        group.MapPost("/{firmId:guid}/{reportId:guid}/screenshots", ReceiveAsync)
            .RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.Upload));
    }

    private static async Task<IResult> ReceiveAsync(
        Guid firmId, Guid reportId, IFormFile file, [FromForm] string? deviceTime,
        StageEvidence stage, SavingBoundary boundary, CurrentPerson me, Words words, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var bytes = await UploadedFile.ReadAsync(file, ct);
        var staged = await boundary.SaveAsync(
            token => stage.ExecuteAsync(
                reportId, firmId, new ReportFile(file.FileName, bytes), ReportAnswers.ReadDeviceTime(deviceTime), viewer, me.Actor(onBehalfOfFirm: firmId), token),
            ct);
        return staged.Succeeded
            ? Results.Json(new { id = staged.Value.Id, name = staged.Value.FileName, thumbnail = $"/images/{staged.Value.ImageId}/thumbnail" })
            : Results.Json(new { error = words.Violation(staged.Violations[0]) }, statusCode: StatusCodes.Status422UnprocessableEntity);
    }
}
