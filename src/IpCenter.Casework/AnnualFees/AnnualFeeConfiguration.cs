using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.AnnualFees;

internal sealed class AnnualFeePaymentConfiguration : IEntityTypeConfiguration<AnnualFeePayment>
{
    public void Configure(EntityTypeBuilder<AnnualFeePayment> b)
    {
        b.ToTable("AnnualFeePayments");
        b.Property(p => p.AmountCny).HasPrecision(12, 2);
        b.Property(p => p.ReceiptNumber).HasMaxLength(60);
        b.Property(p => p.RecordedByName).HasMaxLength(100);
        b.Property(p => p.VoidReason).HasMaxLength(500);
        b.Ignore(p => p.IsValid);
        // One valid payment for a year; voided ones stay beside it.
        b.HasIndex(p => new { p.DesignId, p.Year }).IsUnique().HasFilter("\"VoidedAt\" IS NULL");
        b.HasOne<Design>().WithMany().HasForeignKey(p => p.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FeeReminderConfiguration : IEntityTypeConfiguration<FeeReminder>
{
    public void Configure(EntityTypeBuilder<FeeReminder> b)
    {
        b.ToTable("FeeReminders");
        b.Property(r => r.Step).HasMaxLength(20);
        b.HasIndex(r => new { r.DesignId, r.Year, r.Step }).IsUnique();
        b.HasOne<Design>().WithMany().HasForeignKey(r => r.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FeeCalendarAddressConfiguration : IEntityTypeConfiguration<FeeCalendarAddress>
{
    public void Configure(EntityTypeBuilder<FeeCalendarAddress> b)
    {
        b.ToTable("FeeCalendarAddresses");
        b.Property(a => a.KeyHash).HasMaxLength(64);
        b.HasIndex(a => a.KeyHash).IsUnique();
        b.HasIndex(a => a.PersonId).IsUnique().HasFilter("\"RevokedAt\" IS NULL");
        b.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
