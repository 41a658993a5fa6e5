using System.Text;
using IpCenter.Casework;
using IpCenter.Casework.Imports;
using IpCenter.Casework.Results;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.Features;

namespace IpCenter.Web.Pages.Imports;

/// <summary>The files that go out: refused rows to be corrected, and the register.</summary>
internal static class ImportFileEndpoints
{
    public static void MapImportFiles(this WebApplication app)
    {
        app.MapGet("/admin/imports/table.csv", () => Results.File(
            CsvText.File([[.. Enum.GetValues<ImportColumn>().Where(c => c < ImportColumn.PicturesFrom).Select(c => (object)ImportColumns.NameOf(c).Here())]]),
            "text/csv; charset=utf-8",
            "designs.csv")).RequireAuthorization(Policies.Admin);
        app.MapGet("/admin/imports/{id:guid}/refused.csv", async (Guid id, ImportsQuery imports, RefusedRows rows, ImportWords words, CancellationToken ct) =>
            await imports.FindAsync(id, ct) is { } import
                ? Results.Stream(
                    async stream =>
                    {
                        await using var table = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                        await foreach (var row in rows.TableAsync(import, words.Of, ct))
                            await table.WriteAsync(string.Join(',', row.Select(CsvText.Cell)) + "\r\n");
                    },
                    "text/csv; charset=utf-8",
                    "refused.csv")
                : Results.NotFound()).RequireAuthorization(Policies.Admin);
        app.MapGet("/register/export/designs.csv", (ExportDesigns export, SavingBoundary boundary, CurrentPerson me, CancellationToken ct) =>
            SendAsync(export, boundary, me, withPictures: false, ct)).RequireAuthorization(Policies.Supervision);
        app.MapGet("/register/export/designs.zip", (HttpContext http, ExportDesigns export, SavingBoundary boundary, CurrentPerson me, CancellationToken ct) =>
        {
            // The archive's entries write their last few bytes synchronously when they are closed.
            if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
                body.AllowSynchronousIO = true;
            return SendAsync(export, boundary, me, withPictures: true, ct);
        }).RequireAuthorization(Policies.Supervision);
    }

    private static async Task<IResult> SendAsync(ExportDesigns export, SavingBoundary boundary, CurrentPerson me, bool withPictures, CancellationToken ct)
    {
        await boundary.SaveAsync<bool>(_ =>
        {
            export.Record(me.Actor(), withPictures);
            return Task.FromResult<Result<bool>>(true);
        }, ct);
        var english = Language.IsEnglish;
        return withPictures
            ? Results.Stream(stream => export.WriteArchiveAsync(stream, english, ct), "application/zip", "designs.zip")
            : Results.Stream(stream => export.WriteTableAsync(stream, english, ct), "text/csv; charset=utf-8", "designs.csv");
    }
}
