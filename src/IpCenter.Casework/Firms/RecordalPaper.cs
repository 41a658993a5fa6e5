using IpCenter.Casework.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Firms;

/// <summary>
/// The business licence (营业执照) that a firm sent with a request to be recorded: by it an officer sees that whoever asks is the
/// firm. A newer one takes its place; none is deleted.
/// </summary>
public sealed class RecordalPaper
{
    public required Guid Id { get; init; }

    public required Guid RecordalId { get; init; }

    public required string FileName { get; init; }

    public required DocumentFileFormat Format { get; init; }

    public required long ByteLength { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required Guid UploadedBy { get; init; }

    public required string UploadedByName { get; init; }

    public DateTimeOffset? ReplacedAt { get; private set; }

    public void Replace(DateTimeOffset at) => ReplacedAt ??= at;
}

internal sealed class RecordalPaperConfiguration : IEntityTypeConfiguration<RecordalPaper>
{
    public void Configure(EntityTypeBuilder<RecordalPaper> b)
    {
        b.ToTable("RecordalPapers");
        b.Property(p => p.FileName).HasMaxLength(260);
        b.Property(p => p.Sha256).HasMaxLength(64);
        b.Property(p => p.UploadedByName).HasMaxLength(200);
        // One licence of a request counts at a time, whoever else sends one at the same moment.
        b.HasIndex(p => p.RecordalId).IsUnique().HasFilter("\"ReplacedAt\" IS NULL");
        b.HasOne<Recordal>().WithMany().HasForeignKey(p => p.RecordalId).OnDelete(DeleteBehavior.Restrict);
    }
}
