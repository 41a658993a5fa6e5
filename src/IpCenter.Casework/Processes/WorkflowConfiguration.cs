using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Processes;

internal sealed class WorkflowInstanceConfiguration : IEntityTypeConfiguration<WorkflowInstance>
{
    public void Configure(EntityTypeBuilder<WorkflowInstance> b)
    {
        b.ToTable("WorkflowInstances");
        b.Property(i => i.DefinitionId).HasMaxLength(100);
        b.Property(i => i.CorrelationId).HasMaxLength(100);
        b.Property(i => i.Fault).HasMaxLength(2000);
        b.Property(i => i.Version).IsConcurrencyToken();
        b.Property(i => i.Name).HasMaxLength(200);
        b.Property(i => i.ActivationKey).HasMaxLength(220);
        b.HasIndex(i => i.CorrelationId);
        b.HasIndex(i => new { i.DefinitionId, i.DefinitionVersion, i.Status });
        b.HasIndex(i => i.ParentWaitId).HasFilter("\"ParentWaitId\" IS NOT NULL");
        b.HasIndex(i => i.ActivationKey).IsUnique().HasFilter("\"ActivationKey\" IS NOT NULL");
    }
}

internal sealed class WorkflowWaitConfiguration : IEntityTypeConfiguration<WorkflowWait>
{
    public void Configure(EntityTypeBuilder<WorkflowWait> b)
    {
        b.ToTable("WorkflowWaits");
        b.Property(w => w.CorrelationId).HasMaxLength(100);
        b.Property(w => w.ActivityId).HasMaxLength(100);
        b.Property(w => w.Name).HasMaxLength(100);
        b.Property(w => w.LastError).HasMaxLength(4000);
        b.HasIndex(w => w.InstanceId);
        b.HasIndex(w => new { w.CorrelationId, w.Name });
        b.HasIndex(w => new { w.DueAt, w.Kind });
        b.HasOne<WorkflowInstance>().WithMany().HasForeignKey(w => w.InstanceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkflowJournalConfiguration : IEntityTypeConfiguration<WorkflowJournalEntry>
{
    public void Configure(EntityTypeBuilder<WorkflowJournalEntry> b)
    {
        b.ToTable("WorkflowJournal");
        b.HasKey(j => new { j.InstanceId, j.Sequence });
        b.Property(j => j.ActivityId).HasMaxLength(100);
        b.Property(j => j.Outcome).HasMaxLength(100);
        b.Property(j => j.Detail).HasMaxLength(4000);
        b.HasIndex(j => j.At);
    }
}

internal sealed class WorkflowInboxConfiguration : IEntityTypeConfiguration<WorkflowInboxEvent>
{
    public void Configure(EntityTypeBuilder<WorkflowInboxEvent> b)
    {
        b.ToTable("WorkflowInbox");
        b.Property(e => e.CorrelationId).HasMaxLength(100);
        b.Property(e => e.EventName).HasMaxLength(100);
        b.HasIndex(e => new { e.CorrelationId, e.EventName });
    }
}
