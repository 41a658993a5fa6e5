using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Infringements;

internal sealed class InfringementReportConfiguration : IEntityTypeConfiguration<InfringementReport>
{
    public void Configure(EntityTypeBuilder<InfringementReport> b)
    {
        b.ToTable("InfringementReports");
        b.Property(r => r.Platform).HasMaxLength(30);
        b.Property(r => r.LinkOrRoom).HasMaxLength(1000);
        b.Property(r => r.Account).HasMaxLength(200);
        b.Property(r => r.Description).HasMaxLength(4000);
        b.Property(r => r.Route).HasMaxLength(30);
        b.Property(r => r.ProcuratorGuidance).HasMaxLength(4000);
        b.Property(r => r.Version).IsConcurrencyToken();
        b.HasIndex(r => r.FirmId);
        b.HasOne<CaseFile>().WithOne().HasForeignKey<InfringementReport>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportMatchConfiguration : IEntityTypeConfiguration<ReportMatch>
{
    public void Configure(EntityTypeBuilder<ReportMatch> b)
    {
        b.ToTable("ReportMatches");
        b.Property(m => m.EvidenceRegion).HasJson();
        b.Property(m => m.DesignRegion).HasJson();
        b.HasIndex(m => new { m.ReportId, m.Probability });
        b.HasOne<InfringementReport>().WithMany().HasForeignKey(m => m.ReportId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<EvidenceItem>().WithMany().HasForeignKey(m => m.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Design>().WithMany().HasForeignKey(m => m.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}
