using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Designs;

internal sealed class RightEntryConfiguration : IEntityTypeConfiguration<RightEntry>
{
    public void Configure(EntityTypeBuilder<RightEntry> b)
    {
        b.ToTable("RightEntries");
        b.Property(e => e.Facts).HasJson();
        b.Property(e => e.RecordedByName).HasMaxLength(100);
        b.Property(e => e.OwnerBefore).HasMaxLength(200);
        b.Property(e => e.SystemKey).HasMaxLength(80);
        b.HasIndex(e => new { e.DesignId, e.Number }).IsUnique();
        b.HasIndex(e => e.SystemKey).IsUnique();
        b.HasOne<Design>().WithMany().HasForeignKey(e => e.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RightProposalConfiguration : IEntityTypeConfiguration<RightProposal>
{
    public void Configure(EntityTypeBuilder<RightProposal> b)
    {
        b.ToTable("RightProposals");
        b.Property(p => p.Facts).HasJson();
        b.Property(p => p.SubmittedByName).HasMaxLength(100);
        b.Property(p => p.DecidedByName).HasMaxLength(100);
        b.Property(p => p.Reason).HasMaxLength(1000);
        b.Property(p => p.SystemKey).HasMaxLength(80);
        b.Property(p => p.Version).IsConcurrencyToken();
        b.Ignore(p => p.IsOpen);
        b.HasIndex(p => p.DesignId);
        b.HasIndex(p => p.DecidedAt);
        b.HasIndex(p => p.SystemKey).IsUnique();
        b.HasOne<Design>().WithMany().HasForeignKey(p => p.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RightDocumentConfiguration : IEntityTypeConfiguration<RightDocument>
{
    public void Configure(EntityTypeBuilder<RightDocument> b)
    {
        b.ToTable("RightDocuments");
        b.Property(d => d.Sha256).HasMaxLength(64);
        b.Property(d => d.FileName).HasMaxLength(120);
        b.HasIndex(d => d.DesignId);
        b.HasOne<Design>().WithMany().HasForeignKey(d => d.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}
