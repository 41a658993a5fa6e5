using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Letters;

/// <summary>
/// Writes the letter that goes with a notice of the process, in both languages. Its files are in the vault before the row that
/// names them is saved.
/// </summary>
public sealed class IssueLetter(
    CaseworkDbContext db, TemplateShelf shelf, LetterWording wording, OfficeLetters office, OriginalsVault vault, ReferenceLibrary reference, AuditTrail audit)
{
    /// <param name="reason">Of what a person did, where no decision of the case bears it.</param>
    public async Task<Letter> ExecuteAsync(CaseFile file, LetterKind kind, Actor actor, CancellationToken ct, string? reason = null)
    {
        var facts = await FactsAsync(file, kind, reason, actor.At, ct);
        var (chinese, english) = (await WriteAsync(facts, LetterLanguage.Chinese, actor, file.Id, ct), await WriteAsync(facts, LetterLanguage.English, actor, file.Id, ct));
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = file.Id,
            Kind = kind,
            Number = facts.LetterNumber,
            IssuedAt = actor.At,
            ChineseSha256 = chinese.Sha256,
            EnglishSha256 = english.Sha256,
            ChineseTemplateId = chinese.TemplateId,
            EnglishTemplateId = english.TemplateId,
        };
        db.Letters.Add(letter);
        audit.Record(actor, "letter.issued", $"letter:{letter.Id}", file.Id, AuditVisibility.Parties, ("number", letter.Number));
        return letter;
    }

    private async Task<LetterFacts> FactsAsync(CaseFile file, LetterKind kind, string? reason, DateTimeOffset at, CancellationToken ct)
    {
        var application = (await db.Applications.FindAsync([file.Id], ct))!;
        var firm = (await db.Firms.FindAsync([file.FirmId], ct))!;
        var round = kind == LetterKind.Correction
            ? await db.CorrectionRounds.Where(r => r.ApplicationId == file.Id).OrderByDescending(r => r.Number).FirstAsync(ct)
            : null;
        var earlier = await db.Letters.CountAsync(l => l.CaseId == file.Id, ct);
        var answer = OfficeLetters.AnswerOf(application, kind);
        var facts = new LetterFacts
        {
            Kind = kind,
            LetterNumber = string.Create(CultureInfo.InvariantCulture, $"{file.Number}-{earlier + 1:D2}"),
            CaseNumber = file.Number!,
            Product = application.Form.ProductName,
            Firm = firm.Name,
            FirmAddress = firm.Address,
            IssuedAt = at,
            Round = application.Round,
            Due = await DueAsync(file.Id, kind, at, ct),
            Reason = await ReasonAsync(application, kind, round, ct),
            Points = round?.Points ?? [],
        };
        return office.Tell(facts, application, kind == LetterKind.GrantNotice || reason is not null ? answer with { Reason = reason } : answer);
    }

    /// <summary>The deadline that the case shows, where the process has set it already.</summary>
    private async Task<LetterDue?> DueAsync(Guid caseId, LetterKind kind, DateTimeOffset at, CancellationToken ct)
    {
        var key = LetterKinds.DeadlineOf(kind);
        await db.CaseDeadlines.Where(d => d.CaseId == caseId && d.SettledAt == null).LoadAsync(ct);
        return db.CaseDeadlines.Local.FirstOrDefault(d => d.CaseId == caseId && d.SettledAt is null && d.RuleKey == key) is { } known
            ? new(ChinaTime.DateOf(known.DueAt), PartyWords.Of(new Bilingual(known.ExplanationZh, known.ExplanationEn)))
            : DraftLetter.DueIn(kind, at, reference);
    }

    private async Task<Bilingual> ReasonAsync(DesignApplication application, LetterKind kind, CorrectionRound? round, CancellationToken ct)
    {
        if (round is not null)
            return Bilingual.Same(round.Message);
        if (kind == LetterKind.LeftFastLane && application.LeftFastLaneReason is { } left && left != LeaveReasons.Examiner)
            return LeaveReasons.Of(left);
        var outcome = kind switch { LetterKind.Passed => "pass", LetterKind.Refused => "refuse", _ => "leave" };
        var decision = await db.Decisions.Where(d => d.CaseId == application.Id && d.Outcome == outcome)
            .OrderByDescending(d => d.At).ThenByDescending(d => d.TrailPlace).FirstOrDefaultAsync(ct);
        return Bilingual.Same(decision?.Reason ?? "");
    }

    /// <summary>A template that was spoilt on the disk stops no case: the one that comes with the application takes its place, and the trail says so.</summary>
    private async Task<(string Sha256, Guid? TemplateId)> WriteAsync(LetterFacts facts, LetterLanguage language, Actor actor, Guid caseId, CancellationToken ct)
    {
        TemplateInForce template;
        try
        {
            template = await shelf.InForceAsync(facts.Kind, language, ct);
        }
        catch (InvalidDataException e)
        {
            audit.Record(actor.Because(e.Message), "letter.template-spoilt", $"letter-template:{facts.Kind}", caseId, AuditVisibility.Staff);
            template = shelf.BuiltIn(facts.Kind, language);
        }
        var bytes = LetterTemplateFile.Fill(template.Bytes, wording.Values(facts, language), reference.Center.Name.Zh);
        return (await vault.StoreAsync(bytes, ct), template.Template?.Id);
    }
}
