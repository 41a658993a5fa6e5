using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;

namespace IpCenter.Casework.Cases;

/// <summary>The last number given out of one series; a concurrency token, so that no number is given twice.</summary>
public sealed class CaseNumberSeries
{
    public required string Prefix { get; init; }

    public int Last { get; set; }
}

/// <summary>
/// Gives out public case numbers: <c>CX-D-2026-00001</c> and so on, per kind and China-time year, without gaps. Who draws one holds the
/// database's write lock until it is saved: a hundred people who file at once wait for each other, and nobody is turned away.
/// </summary>
public sealed class CaseNumbers(CaseworkDbContext db)
{
    public async Task<string> NextAsync(CaseKind kind, DateTimeOffset at, CancellationToken ct)
    {
        var letter = kind switch { CaseKind.DesignApplication => "D", CaseKind.Infringement => "R", _ => "C" };
        var prefix = string.Create(CultureInfo.InvariantCulture, $"CX-{letter}-{ChinaTime.DateOf(at).Year}");
        await db.HoldAsync(ct);
        var series = await db.CaseNumberSeries.FindAsync([prefix], ct);
        if (series is null)
            db.CaseNumberSeries.Add(series = new CaseNumberSeries { Prefix = prefix });
        series.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{series.Last:D5}");
    }
}
