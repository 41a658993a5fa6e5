using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Letters;

/// <summary>A letter before it counts, as a page shows it.</summary>
public sealed record LetterDraft(LetterPage Chinese, LetterPage English);

/// <summary>Shows an examiner the letter of a decision that is not made yet, by the template in force.</summary>
public sealed class DraftLetter(TemplateShelf shelf, LetterWording wording, ReferenceLibrary reference)
{
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
        return new(await PageAsync(facts, LetterLanguage.Chinese, ct), await PageAsync(facts, LetterLanguage.English, ct));
    }

    /// <summary>When what follows a letter of this day would be due.</summary>
    internal static LetterDue? DueIn(LetterKind kind, DateTimeOffset now, ReferenceLibrary reference)
    {
        if (LetterKinds.DeadlineOf(kind) is not { } key)
            return null;
        var deadline = Deadline.Compute(reference.Deadlines[key], now, reference.Calendar);
        var why = DeadlineWording.Explain(deadline);
        return new(deadline.DueDate, PartyWords.Of(new Bilingual(string.Concat(why.Select(w => w.Zh)), string.Join(' ', why.Select(w => w.En)))));
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
