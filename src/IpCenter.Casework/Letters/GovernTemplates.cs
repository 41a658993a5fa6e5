using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Letters;

/// <summary>
/// Staff send in a template, look at it with sample values and put it in force. A file that cannot serve is refused with every
/// reason; nothing that was in force is ever deleted.
/// </summary>
public sealed class GovernTemplates(CaseworkDbContext db, OriginalsVault vault, AuditTrail audit)
{
    public async Task<Result<LetterTemplate>> ReceiveAsync(
        Guid id, LetterKind kind, LetterLanguage language, string fileName, ReadOnlyMemory<byte> bytes, Actor actor, CancellationToken ct)
    {
        if (await db.LetterTemplates.FindAsync([id], ct) is { } existing)
            return existing;
        if (bytes.Length == 0)
            return new RuleViolation("template.empty", "file");
        var problems = LetterTemplateFile.Read(bytes, kind).Problems.Where(p => p.Blocks).ToList();
        if (problems.Count > 0)
            return (List<RuleViolation>)[.. problems.Select(p => new RuleViolation($"template.{p.Code}", "file", p.What, p.Place ?? ""))];
        var sha256 = await vault.StoreAsync(bytes, ct);
        var others = await db.LetterTemplates.Where(t => t.Kind == kind && t.Language == language).ToListAsync(ct);
        if (others.FirstOrDefault(t => t.Sha256 == sha256) is { } same)
            return same;
        var template = new LetterTemplate
        {
            Id = id,
            Kind = kind,
            Language = language,
            Number = others.Select(t => t.Number).DefaultIfEmpty().Max() + 1,
            FileName = Path.GetFileName(fileName.Replace('\\', '/')),
            Sha256 = sha256,
            ReceivedAt = actor.At,
            ReceivedByName = actor.Name,
        };
        db.LetterTemplates.Add(template);
        audit.Record(actor, "letter-template.received", $"letter-template:{id}", null, AuditVisibility.Staff, ("file", template.FileName));
        return template;
    }

    /// <summary>Puts a version in force, in place of the one that is; also an older one again.</summary>
    public async Task<Result<LetterTemplate>> PublishAsync(Guid id, string reason, Actor actor, CancellationToken ct)
    {
        if (await db.LetterTemplates.FindAsync([id], ct) is not { } template)
            return new RuleViolation("template.not-found");
        if (template.IsInForce)
            return template;
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");
        foreach (var other in await InForceAsync(template.Kind, template.Language, ct))
            other.Retire(actor.At);
        template.Publish(actor.Name, actor.At);
        audit.Record(actor.Because(reason.Trim()), "letter-template.published", $"letter-template:{id}", null, AuditVisibility.Staff, ("file", template.FileName));
        return template;
    }

    /// <summary>Goes back to the template that comes with the application.</summary>
    public async Task<Result<int>> RetireAsync(LetterKind kind, LetterLanguage language, string reason, Actor actor, CancellationToken ct)
    {
        var inForce = await InForceAsync(kind, language, ct);
        if (inForce.Count == 0)
            return 0;
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");
        foreach (var template in inForce)
        {
            template.Retire(actor.At);
            audit.Record(actor.Because(reason.Trim()), "letter-template.retired", $"letter-template:{template.Id}", null, AuditVisibility.Staff, ("file", template.FileName));
        }
        return inForce.Count;
    }

    private async Task<List<LetterTemplate>> InForceAsync(LetterKind kind, LetterLanguage language, CancellationToken ct) =>
        await db.LetterTemplates.Where(t => t.Kind == kind && t.Language == language && t.PublishedAt != null && t.RetiredAt == null).ToListAsync(ct);
}
