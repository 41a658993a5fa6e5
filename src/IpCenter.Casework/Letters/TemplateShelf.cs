using IpCenter.Casework.Data;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Letters;

/// <param name="Template"><c>null</c>: the one that comes with the application.</param>
public sealed record TemplateInForce(LetterTemplate? Template, ReadOnlyMemory<byte> Bytes);

/// <summary>Finds the template by which a letter is written.</summary>
public sealed class TemplateShelf(CaseworkDbContext db, OriginalsVault vault, BuiltInLetters builtIn)
{
    /// <exception cref="InvalidDataException">The centre's own template is missing from the vault, or was changed there.</exception>
    public async Task<TemplateInForce> InForceAsync(LetterKind kind, LetterLanguage language, CancellationToken ct)
    {
        var own = await db.LetterTemplates
            .Where(t => t.Kind == kind && t.Language == language && t.PublishedAt != null && t.RetiredAt == null)
            .OrderByDescending(t => t.PublishedAt).ThenByDescending(t => t.Number)
            .FirstOrDefaultAsync(ct);
        return own is null ? BuiltIn(kind, language) : new(own, await vault.ReadAsync(own.Sha256, ct));
    }

    public TemplateInForce BuiltIn(LetterKind kind, LetterLanguage language) => new(null, builtIn[kind, language]);
}
