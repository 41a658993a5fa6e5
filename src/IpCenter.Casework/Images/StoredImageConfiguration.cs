using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Images;

internal sealed class StoredImageConfiguration : IEntityTypeConfiguration<StoredImage>
{
    public void Configure(EntityTypeBuilder<StoredImage> b)
    {
        b.ToTable("Images");
        b.Property(i => i.Sha256).HasMaxLength(64);
        b.Property(i => i.FileName).HasMaxLength(260);
        b.Property(i => i.Format).HasMaxLength(10);
        b.Property(i => i.Measured).HasJson();
        b.HasIndex(i => i.Sha256);
    }
}
