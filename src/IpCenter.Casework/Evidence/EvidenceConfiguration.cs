using IpCenter.Casework.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Evidence;

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> b)
    {
        b.ToTable("EvidenceItems");
        b.Property(e => e.FileName).HasMaxLength(260);
        b.Property(e => e.MediaType).HasMaxLength(100);
        b.Property(e => e.Sha256).HasMaxLength(64);
        b.Property(e => e.TimeStampAuthority).HasMaxLength(300);
        b.HasIndex(e => e.CaseId);
        b.HasIndex(e => e.Sha256);
        b.HasOne<CaseFile>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CustodyEventConfiguration : IEntityTypeConfiguration<CustodyEvent>
{
    public void Configure(EntityTypeBuilder<CustodyEvent> b)
    {
        b.ToTable("CustodyEvents");
        b.Property(e => e.ActorName).HasMaxLength(200);
        b.Property(e => e.Detail).HasMaxLength(1000);
        b.HasIndex(e => new { e.EvidenceId, e.At });
        b.HasOne<EvidenceItem>().WithMany().HasForeignKey(e => e.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
