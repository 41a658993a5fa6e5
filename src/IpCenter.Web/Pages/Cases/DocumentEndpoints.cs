using IpCenter.Casework.Applications;
using IpCenter.Casework.Documents;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Apply;
using IpCenter.Web.Pages.Report;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace IpCenter.Web.Pages.Cases;

/// <summary>Documents leave the vault as attachments only, each time noted; and come in from the wizard beside the answers of its form.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapGet("/cases/{id:guid}/documents/{documentId:guid}", HandOutAsync).RequireAuthorization();
        app.MapPost("/apply/{id:guid}/documents/{kind}", TakeInAsync)
            .RequireAuthorization(Policies.Applicant)
            .RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.Upload));
    }

    private static async Task<IResult> HandOutAsync(
        Guid id, Guid documentId, HandOutDocument hand, SavingBoundary boundary, CurrentPerson me, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var handed = await boundary.SaveAsync(token => hand.ExecuteAsync(id, documentId, viewer, me.Actor(), token), ct);
        return handed.Succeeded
            ? Results.File(handed.Value.Bytes, "application/octet-stream", handed.Value.FileName)
            : Results.NotFound();
    }

    /// <summary>
    /// The button of one document sends the whole form of the people's step: its answers are saved as that step saves them,
    /// then the file is taken in. Without a file the form goes on to its step, as if its own button had been pressed.
    /// </summary>
    private static async Task<IResult> TakeInAsync(
        Guid id, string kind, HttpContext http, [FromForm] PeoplePost post, TakeInDocument take, CancellationToken ct)
    {
        var back = Steps.AddressOf(id, Steps.People);
        if (http.Request.Form.Files[$"File-{kind}"] is not { Length: > 0 } file)
            return Results.LocalRedirect(back, permanent: false, preserveMethod: true);
        return post.Input is not { } answers
            ? Results.NotFound()
            : await take.ExecuteAsync(id, kind, answers, post.Opened?.Basis, file, ct) switch
            {
                null => Results.LocalRedirect($"{back}#documents"),
                // The step itself asks which answers are to stand.
                SaveDraft.Overtaken => Results.LocalRedirect(back, permanent: false, preserveMethod: true),
                _ => Results.NotFound(),
            };
    }
}

/// <summary>The form of the people's step, as its page binds it.</summary>
internal sealed class PeoplePost
{
    public PeopleAnswers? Input { get; set; }

    public OpenedStep? Opened { get; set; }
}

/// <summary>Saves the answers that came along, looks at the file and puts it into the draft; what was wrong with it is said on the next page.</summary>
internal sealed class TakeInDocument(
    SaveDraft save, ReadDocument read, SupplyDocument supply, SavingBoundary boundary, CurrentPerson me, Flash flash, Words words)
{
    /// <returns>The code of what speaks against the answers; <c>null</c> when they are saved.</returns>
    public async Task<string?> ExecuteAsync(Guid id, string kind, PeopleAnswers answers, DraftBasis? basis, IFormFile file, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var saved = await boundary.SaveAsync(
            token => save.ExecuteAsync(id, form => answers.Apply(form), Steps.People, viewer, me.Actor(), token, basis), CancellationToken.None, mayRepeat: true);
        if (!saved.Succeeded)
            return saved.Violations[0].Code;
        var looked = await read.ExecuteAsync(await UploadedFile.ReadAsync(file, ct), file.FileName, kind, ct);
        var violations = looked.Violations;
        if (looked.Succeeded)
            violations = (await boundary.SaveAsync(
                token => supply.ExecuteAsync(id, kind, looked.Value, viewer, me.Actor(onBehalfOfFirm: saved.Value.FirmId), token), CancellationToken.None, mayRepeat: true)).Violations;
        if (violations.Count > 0)
            flash.Say(string.Join(' ', violations.Select(words.Violation)));
        return null;
    }
}
