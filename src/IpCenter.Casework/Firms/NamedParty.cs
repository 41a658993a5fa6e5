using IpCenter.Casework.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Firms;

public enum PartyRole
{
    /// <summary>Applies together with the firm.</summary>
    CoApplicant,

    Designer,
}

/// <summary>
/// Somebody whom a submitted application names beside its firm, written in the one way in which names and numbers are compared. The
/// application itself holds what was said; this only finds the others that say the same.
/// </summary>
public sealed class NamedParty
{
    public required Guid ApplicationId { get; init; }

    public required Guid FirmId { get; init; }

    public required PartyRole Role { get; init; }

    /// <summary>The identification number of an applicant who gave one, else the name.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }
}

internal sealed class NamedPartyConfiguration : IEntityTypeConfiguration<NamedParty>
{
    public void Configure(EntityTypeBuilder<NamedParty> b)
    {
        b.ToTable("NamedParties");
        b.HasKey(p => new { p.ApplicationId, p.Role, p.Key });
        b.Property(p => p.Key).HasMaxLength(NamedParties.LongestKey);
        b.Property(p => p.Name).HasMaxLength(NamedParties.LongestKey);
        b.HasIndex(p => new { p.Key, p.Role });
        b.HasIndex(p => p.FirmId);
        b.HasOne<CaseFile>().WithMany().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
