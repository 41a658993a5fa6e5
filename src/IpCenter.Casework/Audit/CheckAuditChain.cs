using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Audit;

/// <summary>What a check of the chain found.</summary>
/// <param name="Entries">Entries that were read: up to the break, where there is one.</param>
/// <param name="From">Instant of the first entry; <c>null</c> when the trail is empty.</param>
/// <param name="To">Instant of the last entry that was read.</param>
/// <param name="LastHash">Of the last entry that was read. Kept elsewhere, it shows later that nothing was cut off the end.</param>
public sealed record AuditCheck(long Entries, DateTimeOffset? From, DateTimeOffset? To, string LastHash, AuditBreak? Break);

/// <summary>A check as the trail keeps it: when, by whom, and what was found.</summary>
public sealed record RecordedAuditCheck(DateTimeOffset At, string By, AuditCheck Check);

/// <summary>
/// Reads the whole trail once, entry by entry, and tells whether its chain is whole. That it was checked, by whom and
/// with which result is an entry of its own.
/// </summary>
public sealed class CheckAuditChain(CaseworkDbContext db, AuditTrail audit)
{
    public const string WholeAction = "audit.checked";

    public const string BrokenAction = "audit.broken";

    private static readonly AuditCheck Nothing = new(0, null, null, AuditChain.Genesis, null);

    public async Task<Result<AuditCheck>> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        var read = Nothing;
        var found = await AuditChain.FindBreakAsync(ReadAsync(entry => read = Continue(read, entry), ct), ct);
        var check = read with { Break = found };
        audit.Record(actor, found is null ? WholeAction : BrokenAction, "audit", null, AuditVisibility.Staff,
            ("entries", check.Entries.ToString(CultureInfo.InvariantCulture)),
            ("place", found?.Sequence.ToString(CultureInfo.InvariantCulture)),
            ("break", found?.Kind),
            ("first", Instant(check.From)),
            ("last", Instant(check.To)),
            ("hash", check.LastHash));
        return check;
    }

    /// <summary>The last check, as it was recorded; <c>null</c>: there was none.</summary>
    public async Task<RecordedAuditCheck?> FindLastAsync(CancellationToken ct)
    {
        var last = await db.AuditEvents.AsNoTracking()
            .Where(e => e.Action == WholeAction || e.Action == BrokenAction)
            .OrderByDescending(e => e.Sequence)
            .FirstOrDefaultAsync(ct);
        if (last is null)
            return null;
        var details = JsonSerializer.Deserialize<Dictionary<string, string>>(last.DetailJson)!;
        var found = last.Action == BrokenAction ? new AuditBreak(long.Parse(details["place"], CultureInfo.InvariantCulture), details["break"]) : null;
        return new(last.At, last.ActorName, new(
            long.Parse(details["entries"], CultureInfo.InvariantCulture), Instant(details.GetValueOrDefault("first")),
            Instant(details.GetValueOrDefault("last")), details["hash"], found));
    }

    private static string? Instant(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string? text) =>
        text is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));

    private async IAsyncEnumerable<AuditEvent> ReadAsync(Action<AuditEvent> see, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var entry in db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            see(entry);
            yield return entry;
        }
    }

    private static AuditCheck Continue(AuditCheck read, AuditEvent entry) =>
        read with { Entries = read.Entries + 1, From = read.From ?? entry.At, To = entry.At, LastHash = entry.Hash };
}
