using IpCenter.Casework;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Examine;

/// <summary>The examination queue as a file, under the filters of the page. That the names of unpublished designs left the house is logged case by case.</summary>
public sealed class QueueExport(TaskQueueQuery tasks, CurrentPerson me, AuditTrail audit, CaseworkDbContext db, IStringLocalizer<Resources.Examine> texts)
{
    private const int AtOnce = 500;
    private const int AtMost = 5000;

    public async Task<byte[]> WriteAsync(TaskQueueFilter filter, CancellationToken ct)
    {
        List<IReadOnlyList<object?>> lines = [[.. ((string[])
        [
            "number", "product", "firm", "class", "round", "due", "facts.lookalikes.short", "facts.blocking.short", "facts.warnings.short", "person",
        ]).Select(key => (object)texts[key].Value)]];
        var viewer = await me.ViewerAsync(ct);
        for (var page = 1; page * AtOnce <= AtMost; page++)
        {
            var found = await tasks.ReadAsync(filter, page, AtOnce, viewer, me.Now, ct);
            lines.AddRange(found.Rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Number, row.Title, row.FirmName, row.LocarnoClass, row.Round, row.DueAt is { } due ? DateText.Machine(due) : null,
                row.LookAlikes, row.Blocking, row.Warnings, row.AssigneeName,
            ]));
            foreach (var row in found.Rows.DistinctBy(row => row.CaseId))
                audit.RecordRead(me.Actor(), $"application:{row.CaseId}", row.CaseId, "export");
            if (found.Rows.Count < AtOnce)
                break;
        }
        await db.SaveChangesAsync(ct);
        return CsvText.File(lines);
    }
}
