using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Imports;

internal sealed class DesignImportConfiguration : IEntityTypeConfiguration<DesignImport>
{
    public void Configure(EntityTypeBuilder<DesignImport> b)
    {
        b.ToTable("DesignImports");
        b.Property(i => i.RequestedByName).HasMaxLength(200);
        b.Property(i => i.FileName).HasMaxLength(260);
        b.Property(i => i.TableSha256).HasMaxLength(64);
        b.Property(i => i.PicturesAt).HasMaxLength(1000);
        b.Property(i => i.PicturesName).HasMaxLength(260);
        b.Property(i => i.PicturesMark).HasMaxLength(1100);
        b.Property(i => i.Encoding).HasMaxLength(10);
        b.Property(i => i.Separator).HasMaxLength(1);
        b.Property(i => i.StopReason).HasMaxLength(60);
        b.Property(i => i.Header).HasJson();
        b.Property(i => i.Notes).HasJson();
        b.Property(i => i.Lease).IsConcurrencyToken();
        b.Ignore(i => i.Table);
        b.Ignore(i => i.IsAtWork);
        b.HasIndex(i => new { i.State, i.CreatedAt });
    }
}

internal sealed class DesignImportRowConfiguration : IEntityTypeConfiguration<DesignImportRow>
{
    public void Configure(EntityTypeBuilder<DesignImportRow> b)
    {
        b.ToTable("DesignImportRows");
        b.HasKey(r => new { r.ImportId, r.Row });
        b.Property(r => r.Key).HasMaxLength(200);
        b.Property(r => r.Problems).HasJson();
        b.Property(r => r.Cells).HasJson();
        b.Property(r => r.Before).HasJson();
        b.HasIndex(r => new { r.ImportId, r.Key });
        b.HasIndex(r => new { r.ImportId, r.Outcome });
        b.HasIndex(r => new { r.ImportId, r.HasProblems });
        b.HasOne<DesignImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
