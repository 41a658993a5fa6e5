using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Documents;

/// <summary>A kind of document of a case: what is owed of it, and the files, the newest first.</summary>
public sealed record DocumentOfCase(DocumentRule Rule, OwedDocument? Owed, IReadOnlyList<CaseDocument> Files)
{
    public CaseDocument? Current => Files.FirstOrDefault(file => file.ReplacedAt is null);
}

/// <summary>Reads the documents of a case; whether the viewer may know of the case is asked before.</summary>
public sealed class CaseDocumentsQuery(CaseworkDbContext db, ReferenceLibrary reference)
{
    /// <summary>What is owed, in the order of its days, then what merely is there.</summary>
    public async Task<IReadOnlyList<DocumentOfCase>> ReadAsync(Guid caseId, CancellationToken ct)
    {
        var owed = await db.OwedDocuments.AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.DueAt).ToListAsync(ct);
        var files = await db.CaseDocuments.AsNoTracking().Where(d => d.CaseId == caseId).OrderByDescending(d => d.UploadedAt).ThenByDescending(d => d.Id).ToListAsync(ct);
        return
        [
            .. from kind in owed.Select(d => d.Kind).Concat(files.Select(f => f.Kind)).Distinct()
               let rule = reference.Documents.Find(kind)
               where rule is not null
               select new DocumentOfCase(rule, owed.FirstOrDefault(d => d.Kind == kind), [.. files.Where(f => f.Kind == kind)]),
        ];
    }
}
