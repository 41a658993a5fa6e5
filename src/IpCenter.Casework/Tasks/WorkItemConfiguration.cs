using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Tasks;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> b)
    {
        b.ToTable("WorkItems");
        b.Property(w => w.Name).HasMaxLength(60);
        b.Property(w => w.Queue).HasMaxLength(30);
        b.Property(w => w.Scope).HasMaxLength(60);
        b.Property(w => w.Outcomes).HasJson();
        b.Property(w => w.AssigneeName).HasMaxLength(100);
        b.Property(w => w.Outcome).HasMaxLength(40);
        b.Property(w => w.Version).IsConcurrencyToken();
        b.Ignore(w => w.IsOpen);
        b.HasIndex(w => w.CaseId);
        b.HasIndex(w => new { w.Queue, w.CompletedAt, w.CancelledAt, w.DueAt });
        b.HasIndex(w => w.AssigneeId);
        b.HasOne<CaseFile>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
