using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Tasks;

internal sealed class EscalationConfiguration : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> b)
    {
        b.ToTable("Escalations");
        b.Property(e => e.Stage).HasMaxLength(30);
        b.Property(e => e.Told).HasJson();
        // Once per deadline and stage, whoever looks how often.
        b.HasIndex(e => new { e.WorkItemId, e.Stage, e.DueAt }).IsUnique();
        b.HasOne<WorkItem>().WithMany().HasForeignKey(e => e.WorkItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
