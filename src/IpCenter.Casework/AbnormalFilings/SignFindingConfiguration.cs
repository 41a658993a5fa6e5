using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.AbnormalFilings;

internal sealed class SignFindingConfiguration : IEntityTypeConfiguration<SignFinding>
{
    public void Configure(EntityTypeBuilder<SignFinding> b)
    {
        b.ToTable("SignFindings");
        b.Property(f => f.Reason).HasMaxLength(RecordFinding.ReasonLength);
        b.Property(f => f.Facts).HasJson();
        b.Property(f => f.ByName).HasMaxLength(100);
        b.HasIndex(f => new { f.CaseId, f.At });
        b.HasIndex(f => f.Subject);
        b.HasOne<CaseFile>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
