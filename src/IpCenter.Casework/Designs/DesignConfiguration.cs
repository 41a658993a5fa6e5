using IpCenter.Casework.Images;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Designs;

internal sealed class DesignConfiguration : IEntityTypeConfiguration<Design>
{
    public void Configure(EntityTypeBuilder<Design> b)
    {
        b.ToTable("Designs");
        b.Property(d => d.Numbering).HasMaxLength(100);
        b.Property(d => d.PatentNumber).HasMaxLength(60);
        b.Property(d => d.Source).HasMaxLength(100);
        b.Property(d => d.OwnerName).HasMaxLength(200);
        b.Property(d => d.ProductName).HasMaxLength(100);
        b.Property(d => d.Use).HasMaxLength(1000);
        b.Property(d => d.LocarnoClass).HasMaxLength(10);
        b.Property(d => d.BriefDescription).HasMaxLength(4000);
        b.Ignore(d => d.IsChinesePatent);
        b.HasIndex(d => new { d.Numbering, d.PatentNumber }).IsUnique();
        b.HasIndex(d => d.ImportId);
        b.HasIndex(d => d.ApplicationId);
        b.HasIndex(d => d.AnnouncedOn);
        b.HasIndex(d => d.FirmId);
        b.HasIndex(d => new { d.Status, d.ExpiresOn });
    }
}

internal sealed class DesignViewConfiguration : IEntityTypeConfiguration<DesignView>
{
    public void Configure(EntityTypeBuilder<DesignView> b)
    {
        b.ToTable("DesignViews");
        b.Property(v => v.Position).HasMaxLength(30);
        b.HasIndex(v => new { v.DesignId, v.DesignNumber });
        b.HasIndex(v => v.ImageId);
        b.HasOne<Design>().WithMany().HasForeignKey(v => v.DesignId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<StoredImage>().WithMany().HasForeignKey(v => v.ImageId).OnDelete(DeleteBehavior.Restrict);
    }
}
