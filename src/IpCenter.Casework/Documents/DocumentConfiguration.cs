using IpCenter.Casework.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Documents;

internal sealed class CaseDocumentConfiguration : IEntityTypeConfiguration<CaseDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> b)
    {
        b.ToTable("CaseDocuments");
        b.Property(d => d.Kind).HasMaxLength(40);
        b.Property(d => d.FileName).HasMaxLength(260);
        b.Property(d => d.Sha256).HasMaxLength(64);
        b.Property(d => d.UploadedByName).HasMaxLength(200);
        // One file of a kind counts at a time, whoever else sends one at the same moment.
        b.HasIndex(d => new { d.CaseId, d.Kind }).IsUnique().HasFilter("\"ReplacedAt\" IS NULL");
        b.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OwedDocumentConfiguration : IEntityTypeConfiguration<OwedDocument>
{
    public void Configure(EntityTypeBuilder<OwedDocument> b)
    {
        b.ToTable("OwedDocuments");
        b.Property(d => d.Kind).HasMaxLength(40);
        b.Property(d => d.RuleKey).HasMaxLength(50);
        b.Property(d => d.ExplanationZh).HasMaxLength(2000);
        b.Property(d => d.ExplanationEn).HasMaxLength(2000);
        b.Property(d => d.DecidedByName).HasMaxLength(200);
        b.Property(d => d.Reason).HasMaxLength(1000);
        b.Property(d => d.Version).IsConcurrencyToken();
        b.Ignore(d => d.IsOutstanding).Ignore(d => d.TakesFile);
        b.HasIndex(d => new { d.CaseId, d.Kind }).IsUnique();
        b.HasIndex(d => new { d.State, d.DueAt });
        b.HasIndex(d => new { d.State, d.CalendarEdition });
        b.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
