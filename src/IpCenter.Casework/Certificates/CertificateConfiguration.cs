using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Certificates;

internal sealed class StatusCertificateConfiguration : IEntityTypeConfiguration<StatusCertificate>
{
    public void Configure(EntityTypeBuilder<StatusCertificate> b)
    {
        b.ToTable("StatusCertificates");
        b.Property(c => c.Number).HasMaxLength(40);
        b.Property(c => c.IssuedByName).HasMaxLength(100);
        b.Property(c => c.ContentHash).HasMaxLength(64);
        b.Property(c => c.RevokeReason).HasMaxLength(500);
        b.Ignore(c => c.IsRevoked);
        b.Ignore(c => c.IsIntact);
        b.HasIndex(c => c.Number).IsUnique();
        b.HasIndex(c => c.DesignId);
        b.HasOne<Design>().WithMany().HasForeignKey(c => c.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}
