using System.Numerics;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>
/// The same firm's other applications that show the same picture in the same view. Only what was handed in and was not given
/// up counts, and never another firm's: that an unpublished design exists is a secret.
/// </summary>
public sealed class OwnEarlierDesigns(CaseworkDbContext db)
{
    /// <summary>The front tells a product best, and every application has one.</summary>
    private const string Compared = "Front";

    /// <summary>A firm that files every day is compared with its last applications.</summary>
    private const int Most = 200;

    private static readonly string[] GivenUp = ["withdrawn", "deemed-withdrawn", "deemed-abandoned", "refused", "office-refused", "rejected"];

    private static readonly FormalityThresholds Limits = new();

    /// <summary>Their case numbers, in order.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync(DesignApplication application, CancellationToken ct)
    {
        var own = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.ApplicationId == application.Id && view.Position == Compared && view.ReplacedAt == null
            select image.Measured).ToListAsync(ct);
        if (own.Count == 0)
            return [];
        var others = await (
            from file in db.Cases.AsNoTracking()
            join view in db.ApplicationViews.AsNoTracking() on file.Id equals view.ApplicationId
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where file.FirmId == application.FirmId && file.Id != application.Id && file.SubmittedAt != null
                && (file.Outcome == null || !GivenUp.Contains(file.Outcome))
                && view.Position == Compared && view.ReplacedAt == null
            orderby file.SubmittedAt descending
            select new { file.Number, image.Measured }).Take(Most).ToListAsync(ct);
        return [.. others.Where(other => own.Exists(measured => IsSame(measured, other.Measured))).Select(other => other.Number!).Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool IsSame(PictureMeasurements one, PictureMeasurements other) =>
        BitOperations.PopCount(one.Fingerprint ^ other.Fingerprint) <= Limits.SamePictureBits
        && BitOperations.PopCount(one.ColourLayout ^ other.ColourLayout) <= Limits.SamePictureColourBits;
}
