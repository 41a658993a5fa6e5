using IpCenter.Casework.Imports;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Pages.Admin;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IpCenter.Web.Pages.Imports;

/// <summary>
/// Takes the files of an import: each goes straight to the disk, piece by piece, however large. The form's token stands before
/// the files in the body, and without it nothing is written.
/// </summary>
internal static class ImportUpload
{
    public const string Address = "/admin/imports/upload";

    private const int LongestField = 16 * 1024;

    public static void MapImportUpload(this WebApplication app) => app.MapPost(Address, ReceiveAsync)
        .RequireAuthorization(Policies.Admin)
        .RequireRateLimiting(RateLimits.Uploads)
        .WithMetadata(new RequestSizeLimitAttribute(app.Services.GetRequiredService<IOptions<ImportOptions>>().Value.MaxUploadBytes));

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, IAntiforgery antiforgery, ImportFiles files, StartImport start, SavingBoundary boundary, CurrentPerson me, UploadRefusal refusal,
        Flash flash, IOptions<ImportOptions> options, IStringLocalizer<Resources.Imports> t, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } mark)
            return Results.BadRequest();
        var reader = new MultipartReader(mark, http.Request.Body);
        if (!await IsOursAsync(http, reader, antiforgery, ct))
            return Results.BadRequest();

        var id = Guid.CreateVersion7(me.Now);
        try
        {
            var received = await SaveAsync(reader, files.Incoming(id), options.Value.MaxUploadBytes, ct);
            if (!received.Succeeded)
                return Refused(received.Violations);
            var (source, isRehearsal) = received.Value;
            var started = await boundary.SaveAsync(ct => start.ExecuteAsync(id, source, isRehearsal, me.Actor(), ct), ct);
            if (!started.Succeeded)
                return Refused(started.Violations);
            flash.Say(t["said.started"]);
            return Results.LocalRedirect($"/admin/imports/{started.Value.Id}");
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // A full disk, most likely: a body that breaks off has nobody left to be told.
            return Refused([new("import.disk-full")]);
        }
        finally
        {
            files.DiscardIncoming(id);
        }

        IResult Refused(IReadOnlyList<RuleViolation> violations) => Results.LocalRedirect(refusal.AddressOf(violations));
    }

    /// <summary>The token is the first field; it is handed to the check as a header, which is looked at before any form is.</summary>
    private static async Task<bool> IsOursAsync(HttpContext http, MultipartReader reader, IAntiforgery antiforgery, CancellationToken ct)
    {
        var names = antiforgery.GetTokens(http);
        if (await reader.ReadNextSectionAsync(ct) is not { } first || first.AsFormDataSection() is not { } field || field.Name != names.FormFieldName)
            return false;
        http.Request.Headers[names.HeaderName!] = await TextAsync(first, ct);
        return await antiforgery.IsRequestValidAsync(http);
    }

    private static async Task<Result<(ImportSource Source, bool IsRehearsal)>> SaveAsync(MultipartReader reader, string folder, long most, CancellationToken ct)
    {
        var isRehearsal = false;
        Dictionary<string, (string Path, string Name, bool IsArchive)> received = [];
        var left = most;
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFormDataSection() is { } field)
                isRehearsal |= field.Name == "rehearsal" && (await TextAsync(section, ct)).Length > 0;
            else if (section.AsFileSection() is { FileStream: { } stream, FileName: { Length: > 0 } name, Name: "table" or "pictures" } file)
            {
                var path = Path.Combine(folder, file.Name);
                left -= await CopyAsync(stream, path, left, ct);
                if (left < 0)
                    return new RuleViolation("import.upload.too-large", null, ByteText.Of(most));
                if (new FileInfo(path).Length > 0)
                    received[file.Name] = (path, Path.GetFileName(name.Replace('\\', '/')), IsArchive(path, name));
            }
        }
        (string Path, string Name, bool IsArchive)? table = received.TryGetValue("table", out var sent) ? sent : null;
        (string Path, string Name, bool IsArchive)? pictures = received.TryGetValue("pictures", out sent) ? sent : null;
        return (table, pictures) switch
        {
            (null, null) => new RuleViolation("import.no-file"),
            ({ IsArchive: true }, not null) => new RuleViolation("import.two-archives"),
            (_, { IsArchive: false }) => new RuleViolation("import.pictures.no-archive"),
            ({ IsArchive: true } archive, null) => (new ImportSource(null, null, archive.Path, archive.Name, null, IsReceived: true), isRehearsal),
            _ => (new ImportSource(table?.Path, table?.Name, pictures?.Path, pictures?.Name, null, IsReceived: true), isRehearsal),
        };
    }

    /// <summary>Copies up to one byte more than allowed; gives how many there were.</summary>
    private static async Task<long> CopyAsync(Stream from, string path, long most, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1, useAsync: true);
        var buffer = new byte[128 * 1024];
        var copied = 0L;
        while (copied <= most && await from.ReadAsync(buffer, ct) is var read and > 0)
        {
            copied += read;
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return copied;
    }

    private static bool IsArchive(string path, string name)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.StartsWith("PK"u8) && !name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> TextAsync(MultipartSection section, CancellationToken ct)
    {
        var buffer = new byte[LongestField];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }
}
