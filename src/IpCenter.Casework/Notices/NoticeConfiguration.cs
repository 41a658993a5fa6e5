using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Notices;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> b)
    {
        b.ToTable("Notices");
        b.Property(n => n.Template).HasMaxLength(60);
        b.Property(n => n.Arguments).HasJson();
        b.HasIndex(n => new { n.PersonId, n.ReadAt, n.SentAt });
        b.Property(n => n.RelayedByName).HasMaxLength(200);
        b.Property(n => n.Version).IsConcurrencyToken();
        b.HasIndex(n => n.CaseId);
        b.HasIndex(n => n.DispatchId);
        b.HasIndex(n => n.AcknowledgeBy).HasFilter("\"AcknowledgeBy\" IS NOT NULL AND \"AcknowledgedAt\" IS NULL");
        b.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
