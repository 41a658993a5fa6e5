using System.Text;
using IpCenter.Casework;
using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Designs;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Designs;

internal static class DesignsScreens
{
    /// <summary>What the pages of rights read with.</summary>
    public static void AddDesignsScreens(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<RightQuery>()
        .AddScoped<ProposalsQuery>()
        .AddScoped<FeeLists>();

    public static void MapDesigns(this WebApplication app)
    {
        app.MapGet("/designs/fees.csv", async (FeeLists lists, CurrentPerson me, CancellationToken ct) =>
            Results.File(await lists.TableAsync((await me.ViewerAsync(ct)).FirmIds, me.Now, ct), "text/csv; charset=utf-8", "annual-fees.csv"))
            .RequireAuthorization(Policies.Applicant);
        // The key is the right: long, random, known only to whom it was told, and revocable.
        app.MapGet("/designs/calendar/{key}.ics", async (string key, FeeLists lists, FeeCalendarAccess calendars, CurrentPerson me, HttpRequest request, CancellationToken ct) =>
            await calendars.FirmsAsync(key, me.Now, ct) is { } firms
                ? Results.Text(await lists.CalendarAsync(firms, new Uri($"{request.Scheme}://{request.Host}"), me.Now, ct), "text/calendar", Encoding.UTF8)
                : Results.NotFound())
            .AllowAnonymous().RequireRateLimiting(RateLimits.Verification);
        app.MapGet("/designs/{id:guid}/documents/{documentId:guid}", async (
            Guid id, Guid documentId, ReceiveRightDocument documents, SavingBoundary boundary, CurrentPerson me, CancellationToken ct) =>
        {
            var viewer = await me.ViewerAsync(ct);
            var read = await boundary.SaveAsync(token => documents.ReadAsync(id, documentId, viewer, me.Actor(), token), ct);
            return read.Succeeded ? Results.File(read.Value.Bytes.ToArray(), "application/octet-stream", read.Value.FileName) : Results.NotFound();
        }).RequireAuthorization();
    }
}

/// <summary>The rights of firms with their next fee, as a table and as a calendar.</summary>
public sealed class FeeLists(OwnRightsQuery rights, Words words, IStringLocalizer<Resources.Designs> t)
{
    public async Task<byte[]> TableAsync(IReadOnlySet<Guid> firms, DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        return CsvText.File(
        [
            [t["number"].Value, t["product"].Value, t["firm"].Value, t["status"].Value, t["fee.nth"].Value, t["fee.due"].Value, t["fee.grace-end"].Value, t["fee.sum"].Value],
            .. (await rights.ReadAsync(firms, now, ct)).Select(r => (IReadOnlyList<object?>)
            [
                r.Design.PatentNumber, r.Design.ProductName, r.FirmName, words.Status(r.Status),
                r.Next?.Year, Day(r.Next?.DueOn), Day(r.Next?.GraceEndsOn), r.Next?.StepOn(today)?.Quote.AmountCny,
            ]),
        ]);
    }

    public async Task<string> CalendarAsync(IReadOnlySet<Guid> firms, Uri site, DateTimeOffset now, CancellationToken ct) =>
        FeeCalendarText.Write(t["calendar.name"], (await rights.ReadAsync(firms, now, ct)).SelectMany(r => Entries(r, site)), now);

    /// <summary>The day on which it is due, and the last one on which it can be made up.</summary>
    private IEnumerable<CalendarEntry> Entries(OwnRight right, Uri site)
    {
        if (right.Next is not { } fee)
            yield break;
        var (design, address) = (right.Design, new Uri(site, $"/designs/{right.Design.Id}").AbsoluteUri);
        var uid = $"{design.Id:N}-{fee.Year}@{site.Host}";
        yield return new($"due-{uid}", fee.DueOn, t["calendar.due", design.ProductName, fee.Year], t["calendar.detail", design.PatentNumber, FeeText.Amount(fee.Steps[0].Quote.AmountCny)], address);
        yield return new($"grace-{uid}", fee.GraceEndsOn, t["calendar.grace", design.ProductName, fee.Year], t["calendar.detail", design.PatentNumber, FeeText.Amount(fee.Steps[^1].Quote.AmountCny)], address);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
