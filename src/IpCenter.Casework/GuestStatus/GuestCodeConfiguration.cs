using IpCenter.Casework.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.GuestStatus;

internal sealed class GuestCodeConfiguration : IEntityTypeConfiguration<GuestCode>
{
    public void Configure(EntityTypeBuilder<GuestCode> b)
    {
        b.ToTable("GuestCodes");
        b.Property(g => g.Code).HasMaxLength(20);
        b.Property(g => g.Lookup).HasMaxLength(64);
        b.HasIndex(g => g.Lookup).IsUnique();
        b.HasIndex(g => g.CaseId).IsUnique().HasFilter("\"RevokedAt\" IS NULL");
        b.HasOne<CaseFile>().WithMany().HasForeignKey(g => g.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
