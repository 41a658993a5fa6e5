using System.Text;
using IpCenter.Casework;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Rights;

/// <summary>The board as a table, under the same filters.</summary>
internal static class RightsListEndpoint
{
    public static void MapRightsList(this WebApplication app) => app.MapGet("/rights/list.csv", async (
        string? text, string? task, string? whose, RightsBoardQuery board, CurrentPerson me, Words words, IStringLocalizer<Resources.Report> t, CancellationToken ct) =>
    {
        var rows = await board.ReadAsync(new BoardFilter(text, task, whose), await me.ViewerAsync(ct), ct);
        var table = new StringBuilder();
        Line(table, [t["board.number"], t["board.case"], t["board.firm"], t["board.task"], t["board.submitted"], t["board.due"], t["board.who"], t["board.urgent"]]);
        foreach (var row in rows)
            Line(table, [row.Number, row.Title, row.FirmName, words.Task(row.Task), DateText.Machine(row.SubmittedAt),
                row.DueAt is { } due ? DateText.Machine(due) : "", row.AssigneeName, row.IsUrgent ? t["yes"] : t["no"]]);
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
        return Results.File(bytes, "text/csv; charset=utf-8", "rights.csv");
    }).RequireAuthorization(Policies.Rights);

    private static void Line(StringBuilder table, IEnumerable<string?> cells) => table.AppendJoin(',', cells.Select(CsvText.Cell)).Append("\r\n");
}
