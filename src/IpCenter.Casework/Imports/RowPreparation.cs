using System.Security.Cryptography;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Imaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Reads rows and their pictures; several may be prepared at the same time. Pictures are decoded by the imaging worker alone,
/// go into the vault under their hash, and are made ready for the search, so that the index follows without delay.
/// </summary>
internal sealed class RowPreparation(
    DesignImport import, DesignRowReader reader, OpenPictures pictures, IServiceScopeFactory scopes, ImageReader images, ViewFeatureStore features)
{
    /// <summary>As <see cref="ImageReaderOptions.MaxBytes"/>: what is longer is refused by the reader.</summary>
    private const int LongestPicture = 20 * 1024 * 1024;

    /// <summary>Longest side that is decoded where a picture is only looked at.</summary>
    private const int LookSide = 256;

    public async Task<PreparedRow> PrepareAsync(int row, CsvRow source, CancellationToken ct)
    {
        var (facts, problems) = reader.Read(source);
        if (facts is null)
            return new(row, source, null, problems, []);

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var known = await db.Designs.AsNoTracking()
            .Where(d => d.Numbering == facts.Numbering && d.PatentNumber == facts.Number)
            .Select(d => new { d.Id, IsOwn = d.ApplicationId != null })
            .SingleOrDefaultAsync(ct);
        if (known is { IsOwn: true })
        {
            problems.Add(ImportProblem.At(ImportColumn.Number, "number.own", facts.Number));
            return new(row, source, facts, problems, []);
        }
        var shown = known is null ? [] : await (
            from view in db.DesignViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.DesignId == known.Id && view.ReplacedAt == null
            select image.Sha256).ToListAsync(ct);
        return new(row, source, facts, problems, await PicturesAsync(facts, [.. shown], problems, scope.ServiceProvider.GetRequiredService<ReceiveImage>(), ct));
    }

    private async Task<List<PreparedPicture>> PicturesAsync(
        DesignRow facts, HashSet<string> shown, List<ImportProblem> problems, ReceiveImage receive, CancellationToken ct)
    {
        List<PreparedPicture> prepared = [];
        if (facts.Pictures is not { Count: > 0 and <= PictureMention.Most } mentions)
            return prepared;
        if (await pictures.FindAsync(facts.PicturesFrom, ct) is not { } source)
        {
            problems.Add(ImportProblem.At(ImportColumn.PicturesFrom, "pictures-from.gone", $"{facts.PicturesFrom}"));
            return prepared;
        }
        // A row that is refused already has its pictures looked at, for all reasons to be told, and none is kept.
        var looksOnly = import.IsRehearsal || problems.Exists(p => !p.IsWarning);
        foreach (var mention in mentions)
            if (await PictureAsync(source, mention, shown, looksOnly, problems, receive, ct) is { } picture)
                prepared.Add(picture);
        return prepared;
    }

    private async Task<PreparedPicture?> PictureAsync(
        PictureSource source, PictureMention mention, HashSet<string> shown, bool looksOnly, List<ImportProblem> problems, ReceiveImage receive, CancellationToken ct)
    {
        var found = source.Find(mention.Name);
        if (found.Path is null)
            return Refused(found.Several ? "picture.several" : "picture.missing");
        byte[] bytes;
        try
        {
            bytes = await source.ReadAsync(found.Path, LongestPicture, ct);
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or UnauthorizedAccessException)
        {
            return Refused("picture.unreadable");
        }
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (shown.Contains(sha256))
            return new(mention, sha256, null);
        if (looksOnly)
        {
            var look = await images.ReadRasterAsync(bytes, LookSide, ct);
            return look.Rejection is { } rejection ? Rejected(rejection.Reason) : new(mention, sha256, null);
        }
        var read = await receive.ReadAsync(bytes, mention.Name, ct);
        if (!read.Succeeded)
            return Rejected(Enum.Parse<ImageRejectionReason>(read.Violations[0].Code["image.".Length..]));
        await features.OfOriginalAsync(sha256, ct);
        return new(mention, sha256, read.Value);

        PreparedPicture? Rejected(ImageRejectionReason reason) =>
            reason == ImageRejectionReason.Unavailable ? throw new ImportInterruptedException("imaging") : Refused($"image.{reason}");

        PreparedPicture? Refused(string code)
        {
            problems.Add(ImportProblem.At(ImportColumn.Pictures, code, mention.Name, mention.Name));
            return null;
        }
    }
}

/// <summary>Something that is no row's fault keeps an import from going on; a person can continue it later.</summary>
internal sealed class ImportInterruptedException(string reason) : Exception($"The import cannot go on: {reason}.")
{
    /// <summary>Code of the words.</summary>
    public string Reason { get; } = reason;
}
