using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Firms;

internal sealed class FirmConfiguration : IEntityTypeConfiguration<Firm>
{
    public void Configure(EntityTypeBuilder<Firm> b)
    {
        b.ToTable("Firms");
        b.Property(f => f.Name).HasMaxLength(200);
        b.Property(f => f.CreditCode).HasMaxLength(18);
        b.Property(f => f.Address).HasMaxLength(300);
        b.Property(f => f.Postcode).HasMaxLength(6);
        b.Property(f => f.PlaceCode).HasMaxLength(6);
        b.Property(f => f.Town).HasMaxLength(50);
        b.Property(f => f.ContactName).HasMaxLength(50);
        b.Property(f => f.ContactPhone).HasMaxLength(30);
        b.Property(f => f.Version).IsConcurrencyToken();
        b.HasIndex(f => f.CreditCode).IsUnique();
    }
}

internal sealed class RecordalConfiguration : IEntityTypeConfiguration<Recordal>
{
    public void Configure(EntityTypeBuilder<Recordal> b)
    {
        b.ToTable("Recordals");
        b.Property(r => r.Business).HasMaxLength(1000);
        b.Property(r => r.Classes).HasJson();
        b.Property(r => r.DecisionReason).HasMaxLength(1000);
        b.Property(r => r.Version).IsConcurrencyToken();
        b.HasIndex(r => new { r.FirmId, r.SubmittedAt });
        b.HasIndex(r => r.Status);
        b.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId).OnDelete(DeleteBehavior.Restrict);
    }
}
