using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>
/// Whether the centre has ever approved a firm: until then nobody has looked whether the person who named its code may speak for
/// it. Reports ask for no more than this; the fast lane asks for a recordal in force.
/// </summary>
internal static class FirmRecord
{
    public static Task<bool> ExistsAsync(CaseworkDbContext db, Guid firmId, CancellationToken ct) => db.Recordals.AnyAsync(
        r => r.FirmId == firmId && (r.Status == RecordalStatus.Approved || r.Status == RecordalStatus.Suspended), ct);
}
