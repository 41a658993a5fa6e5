using IpCenter.Casework.Firms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Cases;

internal sealed class CaseFileConfiguration : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> b)
    {
        b.ToTable("Cases");
        b.Property(c => c.Number).HasMaxLength(30);
        b.Property(c => c.Title).HasMaxLength(200);
        b.Property(c => c.Stage).HasMaxLength(50);
        b.Property(c => c.Outcome).HasMaxLength(50);
        b.Property(c => c.Version).IsConcurrencyToken();
        b.HasIndex(c => c.Number).IsUnique();
        b.HasIndex(c => new { c.FirmId, c.Kind, c.OpenedAt });
        b.HasIndex(c => new { c.Kind, c.Stage, c.DueAt });
        b.HasOne<Firm>().WithMany().HasForeignKey(c => c.FirmId).OnDelete(DeleteBehavior.Restrict);
        b.Ignore(c => c.IsDraft).Ignore(c => c.IsOpen);
    }
}

internal sealed class ClockSegmentConfiguration : IEntityTypeConfiguration<CaseClockSegment>
{
    public void Configure(EntityTypeBuilder<CaseClockSegment> b)
    {
        b.ToTable("ClockSegments");
        b.Property(s => s.Reason).HasMaxLength(100);
        b.HasIndex(s => new { s.CaseId, s.From });
        b.HasOne<CaseFile>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseDeadlineConfiguration : IEntityTypeConfiguration<CaseDeadline>
{
    public void Configure(EntityTypeBuilder<CaseDeadline> b)
    {
        b.ToTable("CaseDeadlines");
        b.Property(d => d.RuleKey).HasMaxLength(50);
        b.Property(d => d.Stage).HasMaxLength(50);
        b.Property(d => d.ExplanationZh).HasMaxLength(2000);
        b.Property(d => d.ExplanationEn).HasMaxLength(2000);
        b.Property(d => d.ComputedBy).HasMaxLength(100);
        b.Property(d => d.ProvisionalYears).HasMaxLength(50);
        b.Property(d => d.Cause).HasDefaultValue(DeadlineCause.Stage).HasSentinel(DeadlineCause.Stage);
        // A change of the calendar, a pause and the next stage may meet: whoever saves second counts anew.
        b.Property(d => d.SettledAt).IsConcurrencyToken();
        b.Ignore(d => d.IsProvisional);
        b.HasIndex(d => new { d.CaseId, d.ComputedAt });
        b.HasIndex(d => new { d.SettledAt, d.CalendarEdition });
        b.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseNumberSeriesConfiguration : IEntityTypeConfiguration<CaseNumberSeries>
{
    public void Configure(EntityTypeBuilder<CaseNumberSeries> b)
    {
        b.ToTable("CaseNumberSeries");
        b.HasKey(s => s.Prefix);
        b.Property(s => s.Prefix).HasMaxLength(30);
        b.Property(s => s.Last).IsConcurrencyToken();
    }
}
