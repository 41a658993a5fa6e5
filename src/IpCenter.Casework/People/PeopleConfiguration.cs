using IpCenter.Casework.Firms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.Property(p => p.DisplayName).HasMaxLength(100);
        b.Property(p => p.Language).HasMaxLength(10);
        b.Property(p => p.CourtId).HasMaxLength(50);
        b.Property(p => p.Town).HasMaxLength(50);
    }
}

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> b)
    {
        b.ToTable("Mandates");
        b.HasIndex(m => new { m.PersonId, m.FirmId });
        b.HasOne<Firm>().WithMany().HasForeignKey(m => m.FirmId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        b.Ignore(m => m.IsInForce);
    }
}
