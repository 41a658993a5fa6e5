using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Office;

/// <summary>Whether a number of the register is free for an application, or its own: a right of another case or firm is never written over.</summary>
public static class RegisterNumber
{
    /// <summary>The right that bears the number already.</summary>
    public static Task<Design?> FindAsync(CaseworkDbContext db, string patentNumber, CancellationToken ct) =>
        db.Designs.SingleOrDefaultAsync(d => d.Numbering == "" && d.PatentNumber == patentNumber, ct);

    /// <summary>An import may have brought the right in before its grant was told here; then it belongs to no case, and to no other firm.</summary>
    public static bool BelongsToAnother(Design known, DesignApplication application) =>
        (known.ApplicationId is { } other && other != application.Id) || (known.FirmId is { } firm && firm != application.FirmId);
}
