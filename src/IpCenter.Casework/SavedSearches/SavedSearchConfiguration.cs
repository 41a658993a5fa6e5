using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.SavedSearches;

internal sealed class SavedSearchConfiguration : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> b)
    {
        b.ToTable("SavedSearches");
        b.Property(s => s.Name).HasMaxLength(SavedSearch.LongestName);
        b.Property(s => s.Query).HasJson();
        b.Property(s => s.ExcludedDocumentId).HasMaxLength(60);
        b.Property(s => s.Version).IsConcurrencyToken();
        b.HasIndex(s => s.OwnerId);
        b.HasIndex(s => new { s.IsWatching, s.Position });
        b.HasOne<Person>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SavedSearchPictureConfiguration : IEntityTypeConfiguration<SavedSearchPicture>
{
    public void Configure(EntityTypeBuilder<SavedSearchPicture> b)
    {
        b.ToTable("SavedSearchPictures");
        b.Property(p => p.FeaturesVersion).HasMaxLength(60);
        b.HasIndex(p => new { p.SearchId, p.Ordinal }).IsUnique();
        b.HasOne<SavedSearch>().WithMany().HasForeignKey(p => p.SearchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SavedSearchHitConfiguration : IEntityTypeConfiguration<SavedSearchHit>
{
    public void Configure(EntityTypeBuilder<SavedSearchHit> b)
    {
        b.ToTable("SavedSearchHits");
        b.Property(h => h.QueryRegion).HasJson();
        b.Property(h => h.FoundRegion).HasJson();
        b.HasIndex(h => new { h.SearchId, h.Kind, h.SubjectId }).IsUnique();
        b.HasIndex(h => new { h.SearchId, h.SeenAt });
        b.HasOne<SavedSearch>().WithMany().HasForeignKey(h => h.SearchId).OnDelete(DeleteBehavior.Cascade);
    }
}
