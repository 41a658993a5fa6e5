using IpCenter.Casework.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Letters;

internal sealed class LetterTemplateConfiguration : IEntityTypeConfiguration<LetterTemplate>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> b)
    {
        b.ToTable("LetterTemplates");
        b.Property(t => t.FileName).HasMaxLength(200);
        b.Property(t => t.Sha256).HasMaxLength(64);
        b.Property(t => t.ReceivedByName).HasMaxLength(100);
        b.Property(t => t.PublishedByName).HasMaxLength(100);
        b.Property(t => t.Version).IsConcurrencyToken();
        b.HasIndex(t => new { t.Kind, t.Language, t.Number }).IsUnique();
    }
}

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> b)
    {
        b.ToTable("Letters");
        b.Property(l => l.Number).HasMaxLength(40);
        b.Property(l => l.ChineseSha256).HasMaxLength(64);
        b.Property(l => l.EnglishSha256).HasMaxLength(64);
        b.HasIndex(l => l.Number).IsUnique();
        b.HasIndex(l => new { l.CaseId, l.IssuedAt });
        b.HasOne<CaseFile>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<LetterTemplate>().WithMany().HasForeignKey(l => l.ChineseTemplateId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<LetterTemplate>().WithMany().HasForeignKey(l => l.EnglishTemplateId).OnDelete(DeleteBehavior.Restrict);
    }
}
