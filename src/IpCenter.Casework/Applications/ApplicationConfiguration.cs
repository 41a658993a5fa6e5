using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Applications;

internal sealed class DesignApplicationConfiguration : IEntityTypeConfiguration<DesignApplication>
{
    public void Configure(EntityTypeBuilder<DesignApplication> b)
    {
        b.ToTable("Applications");
        b.Property(a => a.Form).HasJson();
        b.Property(a => a.DraftStep).HasMaxLength(30);
        b.Property(a => a.OfficeNumber).HasMaxLength(20);
        b.Property(a => a.LeftFastLaneReason).HasMaxLength(500);
        b.Property(a => a.OfficeReason).HasMaxLength(2000);
        b.Property(a => a.PatentNumber).HasMaxLength(20);
        b.Property(a => a.Version).IsConcurrencyToken();
        b.HasIndex(a => a.FirmId);
        b.HasIndex(a => a.TermEndsOn).HasFilter("\"TermEndsOn\" IS NOT NULL");
        b.HasIndex(a => a.OfficeNumber).IsUnique().HasFilter("\"OfficeNumber\" IS NOT NULL");
        b.HasOne<CaseFile>().WithOne().HasForeignKey<DesignApplication>(a => a.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApplicationViewConfiguration : IEntityTypeConfiguration<ApplicationView>
{
    public void Configure(EntityTypeBuilder<ApplicationView> b)
    {
        b.ToTable("ApplicationViews");
        b.Property(v => v.Position).HasMaxLength(30);
        b.Ignore(v => v.IsCurrent);
        b.HasIndex(v => new { v.ApplicationId, v.DesignNumber });
        b.HasOne<DesignApplication>().WithMany().HasForeignKey(v => v.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<StoredImage>().WithMany().HasForeignKey(v => v.ImageId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrayPictureConfiguration : IEntityTypeConfiguration<TrayPicture>
{
    public void Configure(EntityTypeBuilder<TrayPicture> b)
    {
        b.ToTable("TrayPictures");
        b.HasIndex(p => new { p.ApplicationId, p.DesignNumber });
        b.HasIndex(p => p.ImageId);
        b.HasOne<DesignApplication>().WithMany().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<StoredImage>().WithMany().HasForeignKey(p => p.ImageId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArrangementChangeConfiguration : IEntityTypeConfiguration<ArrangementChange>
{
    public void Configure(EntityTypeBuilder<ArrangementChange> b)
    {
        b.ToTable("ArrangementChanges");
        b.Property(c => c.Action).HasMaxLength(60);
        b.Property(c => c.Before).HasJson();
        b.HasIndex(c => new { c.ApplicationId, c.Number }).IsUnique();
        b.HasOne<DesignApplication>().WithMany().HasForeignKey(c => c.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KnownAgencyConfiguration : IEntityTypeConfiguration<KnownAgency>
{
    public void Configure(EntityTypeBuilder<KnownAgency> b)
    {
        b.ToTable("KnownAgencies");
        b.HasKey(k => k.OwnerId);
        b.Property(k => k.OwnerId).ValueGeneratedNever();
        b.Property(k => k.Agency).HasJson();
        b.Property(k => k.Version).IsConcurrencyToken();
    }
}

internal sealed class DraftStepSaveConfiguration : IEntityTypeConfiguration<DraftStepSave>
{
    public void Configure(EntityTypeBuilder<DraftStepSave> b)
    {
        b.ToTable("DraftStepSaves");
        b.HasKey(s => new { s.ApplicationId, s.Step });
        b.Property(s => s.Step).HasMaxLength(30);
        b.Property(s => s.ByName).HasMaxLength(100);
        b.Property(s => s.Number).IsConcurrencyToken();
        b.HasOne<DesignApplication>().WithMany().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApplicationRemarkConfiguration : IEntityTypeConfiguration<ApplicationRemark>
{
    public void Configure(EntityTypeBuilder<ApplicationRemark> b)
    {
        b.ToTable("ApplicationRemarks");
        b.Property(r => r.RuleId).HasMaxLength(20);
        b.Property(r => r.Place).HasMaxLength(100);
        b.Property(r => r.MessageZh).HasMaxLength(1000);
        b.Property(r => r.MessageEn).HasMaxLength(1000);
        b.Property(r => r.FixZh).HasMaxLength(1000);
        b.Property(r => r.FixEn).HasMaxLength(1000);
        b.Property(r => r.Basis).HasMaxLength(300);
        b.Property(r => r.OverruleReason).HasMaxLength(ApplicationRemark.LongestReason);
        b.HasIndex(r => new { r.ApplicationId, r.Round });
        b.HasOne<DesignApplication>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionRoundConfiguration : IEntityTypeConfiguration<CorrectionRound>
{
    public void Configure(EntityTypeBuilder<CorrectionRound> b)
    {
        b.ToTable("CorrectionRounds");
        b.Property(r => r.Message).HasMaxLength(4000);
        b.Property(r => r.Answer).HasMaxLength(4000);
        b.Property(r => r.Points).HasJson();
        b.Property(r => r.FormBefore).HasJson();
        b.HasIndex(r => new { r.ApplicationId, r.Number }).IsUnique();
        b.HasOne<DesignApplication>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PriorDesignLeadConfiguration : IEntityTypeConfiguration<PriorDesignLead>
{
    public void Configure(EntityTypeBuilder<PriorDesignLead> b)
    {
        b.ToTable("PriorDesignLeads");
        b.Property(l => l.FoundTitle).HasMaxLength(200);
        b.Property(l => l.FoundNumber).HasMaxLength(30);
        b.Property(l => l.JudgementNote).HasMaxLength(PriorDesignLead.LongestNote);
        b.Property(l => l.QueryRegion).HasJson();
        b.Property(l => l.FoundRegion).HasJson();
        b.HasIndex(l => new { l.ApplicationId, l.Round });
        b.HasIndex(l => l.FoundId);
        b.HasOne<DesignApplication>().WithMany().HasForeignKey(l => l.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> b)
    {
        b.ToTable("Decisions");
        b.Property(d => d.Task).HasMaxLength(60);
        b.Property(d => d.Outcome).HasMaxLength(40);
        b.Property(d => d.Reason).HasMaxLength(4000);
        b.Property(d => d.Codes!).HasJson();
        b.Ignore(d => d.ReturnCodes);
        b.Ignore(d => d.Order);
        b.Property(d => d.ByName).HasMaxLength(100);
        b.HasIndex(d => new { d.CaseId, d.At });
        b.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
