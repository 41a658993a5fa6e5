using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Staffing;

internal sealed class ClassSkillConfiguration : IEntityTypeConfiguration<ClassSkill>
{
    public void Configure(EntityTypeBuilder<ClassSkill> b)
    {
        b.ToTable("ClassSkills");
        b.HasKey(s => new { s.PersonId, s.Code });
        b.Property(s => s.Code).HasMaxLength(5);
        b.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> b)
    {
        b.ToTable("Absences");
        b.Property(a => a.Version).IsConcurrencyToken();
        b.HasIndex(a => new { a.PersonId, a.From });
        b.HasIndex(a => new { a.SubstituteId, a.From });
        b.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Person>().WithMany().HasForeignKey(a => a.SubstituteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecusalConfiguration : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> b)
    {
        b.ToTable("Recusals");
        b.Property(r => r.Reason).HasMaxLength(500);
        b.Property(r => r.Version).IsConcurrencyToken();
        b.HasIndex(r => new { r.FirmId, r.PersonId });
        b.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DistributionSwitchConfiguration : IEntityTypeConfiguration<DistributionSwitch>
{
    public void Configure(EntityTypeBuilder<DistributionSwitch> b)
    {
        b.ToTable("DistributionSwitches");
        b.HasKey(s => s.Queue);
        b.Property(s => s.Queue).HasMaxLength(30);
        b.Property(s => s.Version).IsConcurrencyToken();
    }
}

internal sealed class AllocationConfiguration : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> b)
    {
        b.ToTable("Allocations");
        b.Property(a => a.Reason).HasJson();
        b.HasIndex(a => new { a.WorkItemId, a.Turn }).IsUnique();
        b.HasIndex(a => a.BatchId);
        b.HasOne<WorkItem>().WithMany().HasForeignKey(a => a.WorkItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
