using IpCenter.Casework.Data;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Letters;

/// <summary>Templates as the administrator sees them.</summary>
public sealed class TemplatesQuery(CaseworkDbContext db, OriginalsVault vault, BuiltInLetters builtIn)
{
    /// <summary>All versions, the newest first.</summary>
    public async Task<IReadOnlyList<LetterTemplate>> AllAsync(CancellationToken ct) =>
        await db.LetterTemplates.AsNoTracking().OrderByDescending(t => t.Number).ToListAsync(ct);

    public async Task<IReadOnlyList<LetterTemplate>> OfAsync(LetterKind kind, LetterLanguage language, CancellationToken ct) =>
        await db.LetterTemplates.AsNoTracking().Where(t => t.Kind == kind && t.Language == language).OrderByDescending(t => t.Number).ToListAsync(ct);

    /// <summary>A version's file, or the one that comes with the application; <c>null</c> when there is no such version, or its file was spoilt.</summary>
    public async Task<ReadOnlyMemory<byte>?> BytesAsync(LetterKind kind, LetterLanguage language, Guid? version, CancellationToken ct)
    {
        if (version is null)
            return builtIn[kind, language];
        if (await db.LetterTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == version && t.Kind == kind && t.Language == language, ct) is not { } template)
            return null;
        try
        {
            return await vault.ReadAsync(template.Sha256, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
