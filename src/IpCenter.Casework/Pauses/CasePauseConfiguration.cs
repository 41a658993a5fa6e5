using IpCenter.Casework.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Pauses;

internal sealed class CasePauseConfiguration : IEntityTypeConfiguration<CasePause>
{
    public void Configure(EntityTypeBuilder<CasePause> b)
    {
        b.ToTable("CasePauses");
        b.Property(p => p.RuleKey).HasMaxLength(50);
        b.Property(p => p.ReasonKey).HasMaxLength(50);
        b.Property(p => p.Words).HasMaxLength(PauseClock.LongestWords);
        b.Property(p => p.Consent).HasMaxLength(PauseClock.LongestWords);
        b.Property(p => p.EndWords).HasMaxLength(PauseClock.LongestWords);
        b.Property(p => p.PausedByName).HasMaxLength(100);
        b.Property(p => p.EndedByName).HasMaxLength(100);
        b.Property(p => p.Version).IsConcurrencyToken();
        b.Ignore(p => p.ExpectedEndAt);
        b.HasIndex(p => new { p.CaseId, p.From });
        // One clock stands still once at a time, whoever asks at the same moment.
        b.HasIndex(p => p.CaseId).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_CasePauses_Open");
        b.HasOne<CaseFile>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
