using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Designs;

/// <summary>Puts rights of a firm into the register, without pictures.</summary>
internal static class RegisteredRights
{
    public static byte[] Pdf => "%PDF-1.7 proof"u8.ToArray();

    public static async Task<Guid> AddRightAsync(this WebFactory factory, string number, Guid? firm, DateOnly? filed = null, string product = "木质首饰盒")
    {
        var on = filed ?? new DateOnly(2025, 12, 11);
        var design = new Design
        {
            Id = Guid.CreateVersion7(factory.Clock.GetUtcNow()),
            PatentNumber = number,
            FirmId = firm,
            OwnerName = "曹县测试服饰有限公司",
            ProductName = product,
            Use = "用于收纳。",
            LocarnoClass = "09-03",
            BriefDescription = "1. 木质首饰盒 <b>。",
            FiledOn = on,
            AnnouncedOn = on.AddDays(20),
            ExpiresOn = DesignTerm.ExpiryOf(on),
            PublishedAt = new DateTimeOffset(on.AddDays(20), new TimeOnly(9, 0), TimeSpan.FromHours(8)),
        };
        await factory.WithDatabaseAsync(async db =>
        {
            db.Designs.Add(design);
            await db.SaveChangesAsync();
        });
        return design.Id;
    }

    public static Task<List<RightEntry>> EntriesAsync(this WebFactory factory, Guid design) =>
        factory.WithDatabaseAsync((CaseworkDbContext db) => db.RightEntries.AsNoTracking().Where(e => e.DesignId == design).ToListAsync());
}
