using System.Numerics;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>The same firm's other cases with a design of this application.</summary>
/// <param name="SamePictures">Their pictures of a design are these, byte for byte, and claimed alike: filed twice.</param>
/// <param name="Alike">Their pictures look the same; a person sees whether the design is.</param>
public sealed record OwnEarlier(IReadOnlyList<string> SamePictures, IReadOnlyList<string> Alike);

/// <summary>
/// Compares every view of every design with the same firm's other applications. Only what was handed in and was not given up counts,
/// and never another firm's: that an unpublished design exists is a secret.
/// </summary>
public sealed class OwnEarlierDesigns(CaseworkDbContext db)
{
    /// <summary>The front tells a product best: the same front is a lead by itself.</summary>
    private const string Front = "Front";

    /// <summary>A firm that files every day is compared with its last views.</summary>
    private const int Most = 1400;

    private static readonly string[] GivenUp = ["withdrawn", "deemed-withdrawn", "deemed-abandoned", "refused", "office-refused", "rejected"];

    private static readonly FormalityThresholds Limits = new();

    /// <summary>Their case numbers, in order.</summary>
    public async Task<OwnEarlier> ReadAsync(DesignApplication application, CancellationToken ct)
    {
        var own = Designs(await (
            from view in db.ApplicationViews.AsNoTracking().OfCountedDesigns(application)
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            select new OneView(application.Id, view.DesignNumber, view.Position, image.Sha256, image.Measured)).ToListAsync(ct));
        if (own.Count == 0)
            return new([], []);
        var others = Designs(await (
            from file in db.Cases.AsNoTracking()
            join view in db.ApplicationViews.AsNoTracking() on file.Id equals view.ApplicationId
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where file.FirmId == application.FirmId && file.Id != application.Id && file.SubmittedAt != null
                && (file.Outcome == null || !GivenUp.Contains(file.Outcome))
                // What left the fast lane before it was filed anywhere was given up too.
                && (file.Outcome != "left-fast-lane" || db.Applications.Any(a => a.Id == file.Id && a.OfficeNumber != null))
                && view.ReplacedAt == null
            orderby file.SubmittedAt descending, file.Id
            select new OneView(file.Id, view.DesignNumber, view.Position, image.Sha256, image.Measured)).Take(Most).ToListAsync(ct));
        var same = others.Where(other => own.Exists(design => IsIdentical(design, other))).ToList();
        var alike = others.Where(other => own.Exists(design => IsAlike(design, other))).ToList();
        var found = same.Concat(alike).Select(other => other[0].Case).Distinct().ToList();
        if (found.Count == 0)
            return new([], []);
        var cases = await (
            from file in db.Cases.AsNoTracking()
            join other in db.Applications.AsNoTracking() on file.Id equals other.Id
            where found.Contains(file.Id)
            select new { file.Id, file.Number, other.OfficeNumber, other.Form }).ToListAsync(ct);
        // What this application takes the place of, by domestic priority, is not filed twice (细则第三十五条).
        // Nor are pictures of designs that the other one no longer counts: they may be filed by themselves.
        var current = cases.Where(c => !TakesPlaceOf(application.Form, c.OfficeNumber)
            && same.Concat(alike).Any(other => other[0].Case == c.Id && other[0].Design <= SurplusViews.Counted(c.Form))).ToList();
        var twice = current.Where(c => ClaimsAlike(c.Form, application.Form)
            && same.Exists(other => other[0].Case == c.Id && other[0].Design <= SurplusViews.Counted(c.Form))).ToList();
        return new(Numbers(twice.Select(c => c.Number)), Numbers(current.Except(twice).Select(c => c.Number)));
    }

    private static List<List<OneView>> Designs(List<OneView> views) => [.. views.GroupBy(view => (view.Case, view.Design)).Select(group => group.ToList())];

    private static bool IsIdentical(List<OneView> one, List<OneView> other) =>
        one.Count > 1 && one.Select(view => view.Sha256).ToHashSet().SetEquals(other.Select(view => view.Sha256));

    /// <summary>The same front, or the same picture in most of the places that both have.</summary>
    private static bool IsAlike(List<OneView> one, List<OneView> other)
    {
        var common = (from view in one join theirs in other on view.Position equals theirs.Position select (view.Position, IsSame: IsSame(view, theirs))).ToList();
        return common.Exists(place => place is { Position: Front, IsSame: true }) || (common.Count > 1 && common.Count(place => place.IsSame) * 2 > common.Count);
    }

    private static bool IsSame(OneView one, OneView other) => one.Sha256 == other.Sha256
        || (BitOperations.PopCount(one.Measured.Fingerprint ^ other.Measured.Fingerprint) <= Limits.SamePictureBits
            && BitOperations.PopCount(one.Measured.ColourLayout ^ other.Measured.ColourLayout) <= Limits.SamePictureColourBits);

    /// <summary>The same photographs may show a whole product and a part of it, or claim its colours or not: those are different designs.</summary>
    private static bool ClaimsAlike(ApplicationForm one, ApplicationForm other) =>
        (one.IsPartialDesign, one.Brief.ColourClaimed, one.IsGraphicalUserInterface) == (other.IsPartialDesign, other.Brief.ColourClaimed, other.IsGraphicalUserInterface);

    private static bool TakesPlaceOf(ApplicationForm form, string? officeNumber) => officeNumber is not null
        && form.Priorities.Exists(claim => claim.IsDomestic && Digits(claim.Number) == Digits(officeNumber));

    /// <summary>Without the check sign, which not everybody writes.</summary>
    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit).Take(12));

    private static List<string> Numbers(IEnumerable<string?> numbers) => [.. numbers.OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private sealed record OneView(Guid Case, int Design, string Position, string Sha256, PictureMeasurements Measured);
}
