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
        b.Property(m => m.Purpose).HasMaxLength(GrantMandate.PurposeLength);
        b.Property(m => m.Version).IsConcurrencyToken();
        b.Ignore(m => m.Power);
        b.Ignore(m => m.IsWaiting);
    }
}

internal sealed class FirmInvitationConfiguration : IEntityTypeConfiguration<FirmInvitation>
{
    public void Configure(EntityTypeBuilder<FirmInvitation> b)
    {
        b.ToTable("FirmInvitations");
        b.Property(i => i.Invited).HasMaxLength(GovernFirmPeople.NameLength);
        b.Property(i => i.TokenHash).HasMaxLength(64);
        b.Property(i => i.Version).IsConcurrencyToken();
        b.HasIndex(i => i.TokenHash).IsUnique();
        b.HasOne<Firm>().WithMany().HasForeignKey(i => i.FirmId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Person>().WithMany().HasForeignKey(i => i.InvitedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
