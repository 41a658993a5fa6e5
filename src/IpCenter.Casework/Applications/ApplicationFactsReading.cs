using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Images;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>Gathers all that the formality check needs to know of an application: its form, its pictures, its firm's recordal.</summary>
public sealed class ApplicationFactsReading(CaseworkDbContext db, ReferenceLibrary reference, FilingTerms terms, OwnEarlierDesigns earlier)
{
    public async Task<ApplicationFacts> ReadAsync(DesignApplication application, DateTimeOffset now, CancellationToken ct)
    {
        var form = application.Form;
        var today = ChinaTime.DateOf(now);
        var here = await DocumentsHereAsync(application.Id, ct);
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == application.Id, ct);
        var own = await earlier.ReadAsync(application, ct);
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
            Contact = form.Contact ?? new ContactFacts(firm.ContactName, firm.ContactPhone),
            Agency = form.Agency,
            LocarnoClass = form.LocarnoClass.Length == 0 ? null : form.LocarnoClass,
            KnownClasses = reference.Locarno.Subclasses.Select(subclass => subclass.Code).ToHashSet(),
            AcceptedClasses = reference.Center.AcceptedClasses.Codes,
            AcceptedClassesAreApproved = reference.Center.AcceptedClasses.Status == AcceptedClassesStatus.Approved,
            Priorities = [.. form.Priorities.Select(p => p with
            {
                CopySupplied = here.Contains(DocumentKind.PriorityCopy),
                LastDay = p.Date is { } first ? terms.Priority(first)?.DueDate : null,
            })],
            Disclosure = form.Disclosure with { LastDay = form.Disclosure is { IsExcused: true, EarliestDate: { } shown } ? terms.Grace(shown)?.DueDate : null },
            // Where the national office has it, its day is the filing date; until then, the first possible one.
            FilingDate = application.OfficeFiledOn ?? today,
            EarliestOfficeDay = terms.EarliestOfficeDay(application, file, now),
            FastTrack = new FastTrackFacts
            {
                // Only with one in force was it submitted; what befell the recordal since then leaves cases under way alone.
                Recordal = file?.SubmittedAt is null ? await RecordalOfAsync(application.FirmId, today, ct) : RecordalStatus.Recorded,
                FirstApplicantIsRecordedFirm = form.Applicants is [var first, ..] && first.IdentificationNumber == firm.CreditCode,
                PromisesAccepted = form.Promised,
                IsDivisional = form.Exclusions.IsDivisional,
                IsAlreadyFiled = form.Exclusions.IsAlreadyFiled,
                IsHague = form.Exclusions.IsHague,
            },
            PresentDocuments = here.Append(DocumentKind.Request)
                .Concat(form.Promised ? [DocumentKind.PromiseLetter] : Array.Empty<DocumentKind>())
                .ToHashSet(),
            OwedDocuments = form.OwedDocuments.ToHashSet(),
            Designs = await DesignsOfAsync(application, ct),
            OwnCasesWithSameDesign = own.Alike,
            OwnCasesWithSamePictures = own.SamePictures,
            Pattern = await PatternOfAsync(application, now, ct),
        };
    }

    /// <summary>What was uploaded; that somebody ticked a document as ready brings none.</summary>
    private async Task<IReadOnlyList<DocumentKind>> DocumentsHereAsync(Guid id, CancellationToken ct)
    {
        var kinds = await db.CaseDocuments.AsNoTracking().Where(d => d.CaseId == id && d.ReplacedAt == null).Select(d => d.Kind).ToListAsync(ct);
        return [.. kinds.Select(kind => reference.Documents.Find(kind)?.Document).OfType<DocumentKind>()];
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
            ProductName = AnswersOf(application.Form, number)?.ProductName is { Length: > 0 } name ? name : null,
            LocarnoClass = AnswersOf(application.Form, number)?.LocarnoClass is { Length: > 0 } code ? code : null,
            Views = [.. views.Where(v => v.DesignNumber == number).Select(v => ViewOf(kind, number, v.Position, v.Image))],
        })];
    }

    private static DesignAnswers? AnswersOf(ApplicationForm form, int number) =>
        form.Kind == ApplicationKind.Set ? form.Designs.Find(design => design.Number == number) : null;

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
        var recordals = await db.Recordals.AsNoTracking().Where(r => r.FirmId == firmId).ToListAsync(ct);
        return Firms.FirmStanding.Of(recordals, today, reference.Recordals.Term).State switch
        {
            Firms.StandingState.InForce => RecordalStatus.Recorded,
            Firms.StandingState.Submitted => RecordalStatus.Pending,
            Firms.StandingState.Suspended => RecordalStatus.Suspended,
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
