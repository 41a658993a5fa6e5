using IpCenter.Casework.Cases;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.CaseNotes;

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> b)
    {
        b.ToTable("CaseNotes");
        b.Property(n => n.AuthorName).HasMaxLength(200);
        b.Property(n => n.AddresseeName).HasMaxLength(200);
        b.Property(n => n.Text).HasMaxLength(CaseNote.LongestText);
        b.Property(n => n.WithdrawnBecause).HasMaxLength(CaseNote.LongestReason);
        b.Property(n => n.Version).IsConcurrencyToken();
        b.Ignore(n => n.IsWithdrawn);
        b.HasIndex(n => new { n.CaseId, n.WrittenAt });
        b.HasOne<CaseFile>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Person>().WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Person>().WithMany().HasForeignKey(n => n.AddresseeId).OnDelete(DeleteBehavior.Restrict);
    }
}
