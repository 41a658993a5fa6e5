using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Letters;

/// <summary>A letter before it counts, as a page shows it.</summary>
/// <param name="Authority">For staff: on what the last day in it rests, and how sure that is; <c>null</c> where it names none.</param>
public sealed record LetterDraft(LetterPage Chinese, LetterPage English, Bilingual? Authority = null);

/// <summary>Shows the letter of a decision that is not made yet, by the template in force.</summary>
public sealed class DraftLetter(TemplateShelf shelf, LetterWording wording, OfficeLetters office, ReferenceLibrary reference)
{
    /// <summary>Of an examiner's decision.</summary>
    public async Task<LetterDraft> WriteAsync(ExaminationInput input, ExaminationCase examined, string caseNumber, DateTimeOffset now, CancellationToken ct)
    {
        var kind = LetterKinds.OfOutcome(input.Outcome);
        var facts = new LetterFacts
        {
            Kind = kind,
            LetterNumber = "",
            CaseNumber = caseNumber,
            Product = examined.Application.Form.ProductName,
            Firm = examined.Firm.Name,
            FirmAddress = examined.Firm.Address,
            IssuedAt = now,
            Round = examined.Application.Round + (kind == LetterKind.Correction ? 1 : 0),
            Due = DueIn(kind, now, reference),
            Reason = Bilingual.Same(input.Reason),
            Points = input.Points,
        };
        return await DraftAsync(facts, ct);
    }

    /// <summary>Of an answer of the office that is about to be recorded.</summary>
    public Task<LetterDraft> WriteAsync(
        LetterKind kind, OfficeAnswer answer, DesignApplication application, Firm firm, string caseNumber, DateTimeOffset now, CancellationToken ct)
    {
        var facts = new LetterFacts
        {
            Kind = kind,
            LetterNumber = "",
            CaseNumber = caseNumber,
            Product = application.Form.ProductName,
            Firm = firm.Name,
            FirmAddress = firm.Address,
            IssuedAt = now,
        };
        return DraftAsync(office.Tell(facts, application, answer), ct);
    }

    private async Task<LetterDraft> DraftAsync(LetterFacts facts, CancellationToken ct) =>
        new(await PageAsync(facts, LetterLanguage.Chinese, ct), await PageAsync(facts, LetterLanguage.English, ct), facts.Office is null ? null : facts.Due?.Authority);

    /// <summary>When what follows a letter of this day would be due.</summary>
    internal static LetterDue? DueIn(LetterKind kind, DateTimeOffset now, ReferenceLibrary reference)
    {
        if (LetterKinds.DeadlineOf(kind) is not { } key)
            return null;
        return LetterDues.Of(Deadline.Compute(reference.Deadlines[key], now, reference.Calendar));
    }

    private async Task<LetterPage> PageAsync(LetterFacts facts, LetterLanguage language, CancellationToken ct)
    {
        var template = await TemplateAsync(facts.Kind, language, ct);
        return LetterPageReading.Read(LetterTemplateFile.Fill(template.Bytes, wording.Values(facts, language), reference.Center.Name.Zh));
    }

    /// <summary>As the letter itself is written: a template that was spoilt on the disk stops no decision.</summary>
    private async Task<TemplateInForce> TemplateAsync(LetterKind kind, LetterLanguage language, CancellationToken ct)
    {
        try
        {
            return await shelf.InForceAsync(kind, language, ct);
        }
        catch (InvalidDataException)
        {
            return shelf.BuiltIn(kind, language);
        }
    }
}
