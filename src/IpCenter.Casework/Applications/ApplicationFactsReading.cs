using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Images;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>Gathers all that the formality check needs to know of an application: its form, its pictures, its firm's recordal.</summary>
public sealed class ApplicationFactsReading(CaseworkDbContext db, ReferenceLibrary reference)
{
    public async Task<ApplicationFacts> ReadAsync(DesignApplication application, DateTimeOffset now, CancellationToken ct)
    {
        var form = application.Form;
        var today = ChinaTime.DateOf(now);
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == application.FirmId, ct);
        return new ApplicationFacts
        {
            Kind = form.Kind,
            IsPartialDesign = form.IsPartialDesign,
            PartialMarking = form.PartialMarking,
            IsGraphicalUserInterface = form.IsGraphicalUserInterface,
            Shape = form.Shape,
            ProductName = form.ProductName,
            Brief = form.Brief with { ProductName = form.ProductName },
            Applicants = form.Applicants,
            Designers = form.Designers,
            Agency = form.Agency,
            LocarnoClass = form.LocarnoClass.Length == 0 ? null : form.LocarnoClass,
            AcceptedClasses = reference.Center.AcceptedClasses.Codes,
            Priorities = form.Priorities,
            Disclosure = form.Disclosure,
            FilingDate = today,
            FastTrack = new FastTrackFacts
            {
                Recordal = await RecordalOfAsync(application.FirmId, today, ct),
                FirstApplicantIsRecordedFirm = form.Applicants is [var first, ..] && first.IdentificationNumber == firm.CreditCode,
                PromisesAccepted = form.Promised,
                IsDivisional = form.Exclusions.IsDivisional,
                IsAlreadyFiled = form.Exclusions.IsAlreadyFiled,
                IsHague = form.Exclusions.IsHague,
            },
            PresentDocuments = form.PresentDocuments.Append(DocumentKind.Request)
                .Concat(form.Promised ? [DocumentKind.PromiseLetter] : Array.Empty<DocumentKind>())
                .ToHashSet(),
            OwedDocuments = form.OwedDocuments.ToHashSet(),
            Designs = await DesignsOfAsync(application, ct),
            Pattern = await PatternOfAsync(application, now, ct),
        };
    }

    private async Task<IReadOnlyList<DesignFacts>> DesignsOfAsync(DesignApplication application, CancellationToken ct)
    {
        var views = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.ApplicationId == application.Id && view.ReplacedAt == null
            select new { view.DesignNumber, view.Position, Image = image }).ToListAsync(ct);
        var kind = application.Form.Kind;
        return [.. Enumerable.Range(1, Math.Max(1, application.Form.DesignCount)).Select(number => new DesignFacts
        {
            Number = number,
            Views = [.. views.Where(v => v.DesignNumber == number).Select(v => ViewOf(kind, number, v.Position, v.Image))],
        })];
    }

    private static ViewFacts ViewOf(ApplicationKind kind, int number, string position, StoredImage image) => new()
    {
        Name = ViewPositions.NameOf(kind, number, position),
        Format = Enum.TryParse<PictureFormat>(image.Format, ignoreCase: true, out var format) ? format : PictureFormat.Unknown,
        WidthPixels = image.Width,
        HeightPixels = image.Height,
        Dpi = image.DotsPerInch,
        IsGray = image.IsGray,
        ColourModel = image.IsGray ? ColourModel.Gray : ColourModel.Rgb,
        HasLocationMetadata = image.HasLocation,
        Measured = image.Measured,
    };

    private async Task<RecordalStatus> RecordalOfAsync(Guid firmId, DateOnly today, CancellationToken ct)
    {
        var recordals = await db.Recordals.AsNoTracking().Where(r => r.FirmId == firmId).OrderByDescending(r => r.SubmittedAt).ToListAsync(ct);
        if (recordals.Any(r => r.IsInForce(today)))
            return RecordalStatus.Recorded;
        return recordals.FirstOrDefault()?.Status switch
        {
            Firms.RecordalStatus.Submitted => RecordalStatus.Pending,
            Firms.RecordalStatus.Suspended => RecordalStatus.Suspended,
            _ => RecordalStatus.NotRecorded,
        };
    }

    private async Task<FilingPattern> PatternOfAsync(DesignApplication application, DateTimeOffset now, CancellationToken ct)
    {
        var weekAgo = now.AddDays(-7);
        var sameWeek = await db.Cases.AsNoTracking()
            .CountAsync(c => c.FirmId == application.FirmId && c.SubmittedAt >= weekAgo && c.Kind == Cases.CaseKind.DesignApplication && c.Id != application.Id, ct);
        return new FilingPattern { DesignsByDesignerInSevenDays = sameWeek + 1 };
    }
}
