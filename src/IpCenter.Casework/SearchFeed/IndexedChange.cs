using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.SearchFeed;

public enum IndexedKind
{
    /// <summary>A published design.</summary>
    Design,

    /// <summary>An application that is still a secret of its parties and the examining staff.</summary>
    Application,
}

/// <summary>
/// One entry of the change feed from which every node builds its own search index: "look at this
/// object again". Written in the transaction of the change itself.
/// </summary>
public sealed class IndexedChange
{
    /// <summary>Given by the database, ever increasing.</summary>
    public long Sequence { get; private set; }

    public required IndexedKind Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class IndexedChangeConfiguration : IEntityTypeConfiguration<IndexedChange>
{
    public void Configure(EntityTypeBuilder<IndexedChange> b)
    {
        b.ToTable("IndexedChanges");
        b.HasKey(c => c.Sequence);
        b.Property(c => c.Sequence).ValueGeneratedOnAdd();
        b.HasIndex(c => c.SubjectId);
    }
}
