using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Audit;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> b)
    {
        b.ToTable("AuditEvents");
        b.Property(e => e.ActorName).HasMaxLength(200);
        b.Property(e => e.Action).HasMaxLength(100);
        b.Property(e => e.Subject).HasMaxLength(200);
        b.Property(e => e.Reason).HasMaxLength(2000);
        b.Property(e => e.PreviousHash).HasMaxLength(64);
        b.Property(e => e.Hash).HasMaxLength(64);
        b.Ignore(e => e.Order);
        b.HasIndex(e => e.Sequence).IsUnique();
        b.HasIndex(e => new { e.CaseId, e.Sequence });
        b.HasIndex(e => new { e.OnBehalfOfFirmId, e.Sequence });
    }
}

internal sealed class AccessRecordConfiguration : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> b)
    {
        b.ToTable("AccessRecords");
        b.Property(e => e.ActorName).HasMaxLength(200);
        b.Property(e => e.Subject).HasMaxLength(200);
        b.Property(e => e.Purpose).HasMaxLength(100);
        b.Property(e => e.Count).HasDefaultValue(1);
        b.Property(e => e.Seen!).HasJson();
        b.HasIndex(e => new { e.CaseId, e.At });
    }
}
