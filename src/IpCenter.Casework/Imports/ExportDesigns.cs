using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Writes the register as a table that an import reads again, alone or in an archive with the original pictures. It is read
/// and written a few designs at a time, however large the register is. What is not published is not in the register.
/// </summary>
public sealed class ExportDesigns(CaseworkDbContext db, OriginalsVault vault, ImportFiles files, AuditTrail audit)
{
    private const int AtOnce = 200;

    private static readonly ImportColumn[] Facts =
    [
        ImportColumn.Number, ImportColumn.Title, ImportColumn.Class, ImportColumn.Owner, ImportColumn.Use, ImportColumn.Brief, ImportColumn.Filed,
        ImportColumn.Announced, ImportColumn.Expires, ImportColumn.Status, ImportColumn.Source,
    ];

    /// <summary>That the register is handed out is an entry of the trail; the boundary saves it first.</summary>
    public void Record(Actor actor, bool withPictures) =>
        audit.Record(actor, withPictures ? "designs.exported-with-pictures" : "designs.exported", "register", null, AuditVisibility.Staff);

    /// <summary>How many designs and pictures an export has, and how many bytes the pictures take.</summary>
    public async Task<(int Designs, int Pictures, long Bytes)> CountAsync(CancellationToken ct)
    {
        var pictures = from view in db.DesignViews join image in db.Images on view.ImageId equals image.Id where view.ReplacedAt == null select image.ByteLength;
        return (await db.Designs.CountAsync(ct), await pictures.CountAsync(ct), await pictures.SumAsync(ct));
    }

    /// <summary>The table alone. It has no column of pictures, so that reading it again leaves the views as they are.</summary>
    public async Task<int> WriteTableAsync(Stream stream, bool english, CancellationToken ct)
    {
        await using var table = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await LineAsync(table, Facts.Select(c => Heading(c, english)));
        var count = 0;
        await foreach (var (design, _) in ReadAsync(ct))
        {
            await LineAsync(table, Cells(design, english));
            count++;
        }
        return count;
    }

    /// <summary>A ZIP with the table and the pictures, byte for byte as they came.</summary>
    public async Task<int> WriteArchiveAsync(Stream stream, bool english, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        // The table is written beside, while the pictures go out: both are of the same moment for each design.
        await using var rows = files.Scratch();
        var count = 0;
        await using (var table = new StreamWriter(rows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await LineAsync(table, Facts.Append(ImportColumn.Pictures).Select(c => Heading(c, english)));
            await foreach (var (design, views) in ReadAsync(ct))
            {
                var several = views.Any(v => v.View.DesignNumber > 1);
                List<string> mentions = [];
                foreach (var (at, (view, sha256, format)) in views.Index())
                {
                    var name = PictureName(design, view, at + 1, format);
                    mentions.Add(new PictureMention(name, view.DesignNumber, view.Position).Write(several));
                    await AddAsync(archive, name, await vault.ReadAsync(sha256, ct), ct);
                }
                await LineAsync(table, Cells(design, english).Append(string.Join("; ", mentions)));
                count++;
            }
        }
        rows.Position = 0;
        await using var entry = await archive.CreateEntry("designs.csv", CompressionLevel.Optimal).OpenAsync(ct);
        await rows.CopyToAsync(entry, ct);
        return count;
    }

    private async IAsyncEnumerable<(Design Design, IReadOnlyList<(DesignView View, string Sha256, string Format)> Views)> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var last = Guid.Empty;
        while (true)
        {
            var designs = await db.Designs.AsNoTracking()
                .Where(d => d.Id > last)
                .OrderBy(d => d.Id)
                .Take(AtOnce)
                .ToListAsync(ct);
            var ids = designs.Select(d => d.Id).ToList();
            var views = (await (
                from view in db.DesignViews.AsNoTracking()
                join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
                where ids.Contains(view.DesignId) && view.ReplacedAt == null
                select new { View = view, image.Sha256, image.Format }).ToListAsync(ct)).ToLookup(v => v.View.DesignId);
            foreach (var design in designs)
            {
                var images = views[design.Id].ToDictionary(v => v.View.Id);
                yield return (design, [.. images.Values.Select(v => v.View).InOrder().Select(v => (v, images[v.Id].Sha256, images[v.Id].Format))]);
            }
            if (designs.Count < AtOnce)
                yield break;
            last = designs[^1].Id;
        }
    }

    private static IEnumerable<string?> Cells(Design design, bool english) =>
    [
        design.PatentNumber, design.ProductName, design.LocarnoClass, design.OwnerName, design.Use, design.BriefDescription,
        Day(design.FiledOn), Day(design.AnnouncedOn), Day(design.ExpiresOn), In(DesignRowReader.NameOf(design.Status), english), design.Source,
    ];

    private static string PictureName(Design design, DesignView view, int at, string format)
    {
        var folder = design.IsChinesePatent ? design.PatentNumber : design.Id.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"pictures/{folder}/{at:00}{(view.Position.Length == 0 ? "" : $"-{view.Position.ToLowerInvariant()}")}.{(format == "Jpeg" ? "jpg" : format.ToLowerInvariant())}");
    }

    private static async Task AddAsync(ZipArchive archive, string name, byte[] bytes, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
        await entry.WriteAsync(bytes, ct);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Heading(ImportColumn column, bool english) => In(ImportColumns.NameOf(column), english);

    private static string In(Bilingual name, bool english) => english ? name.En : name.Zh;

    private static Task LineAsync(StreamWriter table, IEnumerable<string?> cells) => table.WriteAsync(string.Join(',', cells.Select(CsvText.Cell)) + "\r\n");
}
