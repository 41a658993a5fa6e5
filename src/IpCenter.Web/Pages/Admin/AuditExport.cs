using System.Globalization;
using System.Text;
using IpCenter.Casework;
using IpCenter.Casework.Audit;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Admin;

/// <summary>The trail as a table, under the same filters, written entry by entry. That it was taken is an entry itself.</summary>
internal static class AuditExport
{
    private static readonly string[] Columns =
        ["audit.place", "audit.at", "audit.who", "audit.role", "audit.what", "audit.code", "audit.reason.column", "audit.case", "audit.hash"];

    public static void MapAuditExport(this WebApplication app) => app.MapGet("/admin/audit.csv", async (
        string? person, string? number, string? action, string? from, string? to,
        AuditReading trail, AuditTrail audit, SavingBoundary boundary, CurrentPerson me, AuditWords auditWords, Words words, IStringLocalizer<Resources.Admin> t, CancellationToken ct) =>
    {
        var filter = AuditAddress.Read(person, number, action, from, to);
        var viewer = await me.ViewerAsync(ct);
        await boundary.SaveAsync<bool>(_ =>
        {
            audit.Record(me.Actor(), "audit.exported", "audit", null, AuditVisibility.Staff);
            return Task.FromResult<Casework.Results.Result<bool>>(true);
        }, ct);
        return Results.Stream(
            async stream =>
            {
                await using var table = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                await LineAsync(table, Columns.Select(key => t[key].Value));
                await foreach (var entry in trail.AllAsync(filter, viewer, ct))
                    await LineAsync(table, Cells(entry, auditWords, words, t));
            },
            "text/csv; charset=utf-8",
            "audit.csv");
    }).RequireAuthorization(Policies.Admin);

    private static IEnumerable<string?> Cells(AuditEntry entry, AuditWords auditWords, Words words, IStringLocalizer<Resources.Admin> t) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        DateText.Machine(entry.At),
        entry.ActorName ?? t["audit.party"],
        string.Join(t["list-separator"], entry.Roles.Select(words.Role)),
        AuditText.Of(entry, auditWords, words),
        entry.Action,
        entry.Reason,
        entry.IsWithheld ? t["audit.withheld"] : entry.Case?.Number,
        entry.Hash,
    ];

    private static Task LineAsync(StreamWriter table, IEnumerable<string?> cells) => table.WriteAsync(string.Join(',', cells.Select(CsvText.Cell)) + "\r\n");
}
