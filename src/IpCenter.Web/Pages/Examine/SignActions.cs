using IpCenter.Casework.AbnormalFilings;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Examine;

/// <summary>A person's finding on a sign: one press, by POST with the page's antiforgery token, then back to the sign.</summary>
internal static class SignActions
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/examine/signs/{caseId:guid}", (
            Guid caseId, [FromForm] string? kind, [FromForm] Guid subject, [FromForm] string? outcome, [FromForm] string? reason, [FromForm] string? back, Desk desk, CancellationToken ct) =>
            desk.RecordAsync(caseId, kind, subject, outcome, reason, back, ct))
        .RequireAuthorization(Policies.Examination);

    internal sealed class Desk(
        SavingBoundary saving, CurrentPerson me, Flash flash, Words words, RecordFinding record, IStringLocalizer<Resources.Quality> texts)
    {
        public async Task<IResult> RecordAsync(Guid caseId, string? kind, Guid subject, string? outcome, string? reason, string? back, CancellationToken ct)
        {
            if (Choose.Of<SignKind>(kind) is not { } sign || Choose.Of<SignOutcome>(outcome) is not { } finding)
                return Results.BadRequest();
            var viewer = await me.ViewerAsync(ct);
            var result = await saving.SaveAsync(stop => record.ExecuteAsync(caseId, sign, subject, finding, reason, viewer, me.Actor(), stop), ct);
            flash.Say(result.Succeeded ? texts["signs.recorded"] : words.Violation(result.Violations[0]));
            return Results.LocalRedirect(LocalAddress.Or(back, "/examine"));
        }
    }
}
