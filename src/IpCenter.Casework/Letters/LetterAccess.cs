using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Letters;

/// <summary>Letters of a case, for those who may know of the case.</summary>
public sealed class LetterAccess(CaseworkDbContext db, CaseAccess cases, OriginalsVault vault, AuditTrail audit)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Letter>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        await db.Letters.AsNoTracking().Where(l => l.CaseId == caseId).OrderByDescending(l => l.IssuedAt).ThenByDescending(l => l.Number).ToListAsync(ct);

    /// <summary>Not found both when there is no such letter and when the viewer may not know of its case. Who is not of the firm leaves a record of the look.</summary>
    public async Task<Result<Letter>> OpenAsync(Guid letterId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == letterId, ct) is not { } letter
            || await cases.FindAsync(letter.CaseId, viewer, ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (!viewer.Sees(file.FirmId))
            audit.RecordRead(actor, $"letter:{letterId}", letter.CaseId, "letter");
        return letter;
    }

    /// <summary>The Word file; <c>null</c> when it is missing from the vault, or was changed there.</summary>
    public async Task<byte[]?> BytesAsync(Letter letter, LetterLanguage language, CancellationToken ct)
    {
        try
        {
            return await vault.ReadAsync(letter.Sha256Of(language), ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
