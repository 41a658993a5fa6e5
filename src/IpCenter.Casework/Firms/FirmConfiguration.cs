using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Firms;

internal sealed class FirmConfiguration : IEntityTypeConfiguration<Firm>
{
    public void Configure(EntityTypeBuilder<Firm> b)
    {
        b.ToTable("Firms");
        b.Property(f => f.Name).HasMaxLength(200);
        b.Property(f => f.CreditCode).HasMaxLength(18);
        b.Property(f => f.Address).HasMaxLength(300);
        b.Property(f => f.Postcode).HasMaxLength(6);
        b.Property(f => f.PlaceCode).HasMaxLength(6);
        b.Property(f => f.Town).HasMaxLength(50);
        b.Property(f => f.ContactName).HasMaxLength(50);
        b.Property(f => f.ContactPhone).HasMaxLength(30);
        b.Property(f => f.Version).IsConcurrencyToken();
        b.HasIndex(f => f.AddressKey);
        b.HasIndex(f => f.ContactKey);
        b.HasIndex(f => f.PhoneKey);
        b.HasIndex(f => f.CreditCode).IsUnique().HasFilter("\"CreditCode\" <> ''");
    }
}

internal sealed class RecordalConfiguration : IEntityTypeConfiguration<Recordal>
{
    public void Configure(EntityTypeBuilder<Recordal> b)
    {
        b.ToTable("Recordals");
        b.Property(r => r.Business).HasMaxLength(1000);
        b.Property(r => r.Classes).HasJson();
        b.Property(r => r.DecisionReason).HasMaxLength(1000);
        b.Property(r => r.Facts!).HasJson();
        b.Property(r => r.Assessment!).HasJson();
        b.Property(r => r.Version).IsConcurrencyToken();
        b.HasIndex(r => new { r.FirmId, r.SubmittedAt });
        b.HasIndex(r => r.Status);
        // Of two requests that are sent at the same moment the second finds the first.
        b.HasIndex(r => r.FirmId, "IX_Recordals_OnePending").IsUnique().HasFilter("\"Status\" = 'Submitted'");
        b.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecordalSuspensionConfiguration : IEntityTypeConfiguration<RecordalSuspension>
{
    public void Configure(EntityTypeBuilder<RecordalSuspension> b)
    {
        b.ToTable("RecordalSuspensions");
        b.Property(s => s.ByName).HasMaxLength(100);
        b.Property(s => s.Reason).HasMaxLength(SuspendRecordal.TextLength);
        b.Property(s => s.Statement).HasMaxLength(SuspendRecordal.TextLength);
        b.Property(s => s.StatedByName).HasMaxLength(100);
        b.Property(s => s.LiftedByName).HasMaxLength(100);
        b.Property(s => s.LiftReason).HasMaxLength(SuspendRecordal.TextLength);
        b.Property(s => s.Version).IsConcurrencyToken();
        b.HasIndex(s => s.FirmId, "IX_RecordalSuspensions_OneOpen").IsUnique().HasFilter("\"LiftedAt\" IS NULL");
        b.HasOne<Firm>().WithMany().HasForeignKey(s => s.FirmId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Recordal>().WithMany().HasForeignKey(s => s.RecordalId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FirmReminderConfiguration : IEntityTypeConfiguration<FirmReminder>
{
    public void Configure(EntityTypeBuilder<FirmReminder> b)
    {
        b.ToTable("FirmReminders");
        b.Property(r => r.Mark).HasMaxLength(10);
        b.HasIndex(r => new { r.SubjectId, r.Mark }).IsUnique();
        b.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId).OnDelete(DeleteBehavior.Restrict);
    }
}
