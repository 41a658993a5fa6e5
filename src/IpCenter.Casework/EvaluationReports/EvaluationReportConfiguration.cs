using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.EvaluationReports;

internal sealed class EvaluationReportConfiguration : IEntityTypeConfiguration<EvaluationReport>
{
    public void Configure(EntityTypeBuilder<EvaluationReport> b)
    {
        b.ToTable("EvaluationReports");
        b.Property(r => r.RequesterName).HasMaxLength(200);
        b.Property(r => r.FeeCny).HasPrecision(12, 2);
        b.Property(r => r.FilingNumber).HasMaxLength(60);
        b.Property(r => r.ResultNumber).HasMaxLength(60);
        b.Property(r => r.Summary).HasMaxLength(2000);
        b.Property(r => r.WithdrawReason).HasMaxLength(500);
        b.Property(r => r.Version).IsConcurrencyToken();
        // The office makes one report for a right (细则63): one that is not withdrawn.
        b.HasIndex(r => r.DesignId).IsUnique().HasFilter("\"State\" <> 'Withdrawn'");
        b.HasOne<Design>().WithMany().HasForeignKey(r => r.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}
