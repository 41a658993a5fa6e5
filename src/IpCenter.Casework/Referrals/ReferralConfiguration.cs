using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Infringements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Referrals;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> b)
    {
        b.ToTable("Referrals");
        b.Property(r => r.Cause).HasMaxLength(60);
        b.Property(r => r.DefendantName).HasMaxLength(200);
        b.Property(r => r.DefendantPlace).HasMaxLength(6);
        b.Property(r => r.ActPlaces).HasJson();
        b.Property(r => r.ProposedCourtId).HasMaxLength(50);
        b.Property(r => r.CourtId).HasMaxLength(50);
        b.Property(r => r.OverruleReason).HasMaxLength(1000);
        b.Property(r => r.HearingOptionId).HasMaxLength(50);
        b.Property(r => r.Dossier).HasJson();
        b.Property(r => r.CourtCaseNumber).HasMaxLength(60);
        b.Property(r => r.ReturnReason).HasMaxLength(1000);
        b.Property(r => r.CourtOutcome).HasMaxLength(40);
        b.Property(r => r.Version).IsConcurrencyToken();
        b.HasIndex(r => r.CourtId);
        b.HasIndex(r => r.ReportId);
        b.HasOne<CaseFile>().WithOne().HasForeignKey<Referral>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<InfringementReport>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
