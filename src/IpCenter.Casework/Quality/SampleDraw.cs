using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IpCenter.Casework.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Quality;

/// <summary>Why a case was drawn or not.</summary>
public enum DrawResult
{
    Drawn,

    /// <summary>Its number is not below the share.</summary>
    NotDrawn,

    /// <summary>Below the share, but enough were drawn on that day.</summary>
    DayFull,

    WeekFull,

    /// <summary>The readers who are there have enough open readings, or none is there.</summary>
    ReadersFull,
}

/// <summary>What comes out when a draw is looked at again.</summary>
public enum DrawCheck
{
    /// <summary>It is the one in the trail, and it follows from the seed.</summary>
    Holds,

    /// <summary>
    /// It follows from the seed, but was made before the trail held draws: that the row was not changed since, or chosen among several,
    /// cannot be shown.
    /// </summary>
    BeforeTheTrail,

    /// <summary>It was changed, or taken out of the trail's reach.</summary>
    Differs,
}

/// <summary>One draw of one passed decision, with everything that it followed from. Written once.</summary>
public sealed class SampleDraw
{
    /// <summary>The trail's action for a draw that was made, whatever came out.</summary>
    public const string Kept = "sample.kept";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int Round { get; init; }

    /// <summary>Which of the case's passing decisions, from 1: a case returned and passed again is drawn again.</summary>
    public required int Attempt { get; init; }

    /// <summary><c>null</c> where the decision is on record no more.</summary>
    public required Guid? ExaminerId { get; init; }

    public required string ExaminerName { get; init; }

    public required string LocarnoClass { get; init; }

    public required string Outcome { get; init; }

    public required string Stratum { get; init; }

    public required double Share { get; init; }

    /// <summary>The seed's month.</summary>
    public required string Period { get; init; }

    public required double Number { get; init; }

    public required DrawResult Result { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsDrawn => Result == DrawResult.Drawn;

    /// <summary>By which the trail names it.</summary>
    public string Subject => $"sample-draw:{Id}";

    /// <summary>SHA-256 of what was drawn: stands in the trail, whose entries are chained, and tells a row that was changed.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Id:D}|{CaseId:D}|{Round}|{Attempt}|{ExaminerId:D}|{LocarnoClass}|{Outcome}|{Stratum}|{Share:R}|{Period}|{Number:R}|{Result}"))));

    /// <summary>Whether the row is the one in the trail, and number and result follow from the seed, as anybody can recompute.</summary>
    /// <param name="seed">Of its month.</param>
    /// <param name="digest">As the trail holds it; <c>null</c>: it holds none.</param>
    /// <param name="keptSince">When the trail began to hold draws; <c>null</c>: it holds none at all.</param>
    public DrawCheck CheckUnder(SampleSeed seed, string? digest, DateTimeOffset? keptSince) =>
        !Follows(seed) ? DrawCheck.Differs
        : digest == Digest ? DrawCheck.Holds
        : digest is null && (keptSince is null || At < keptSince) ? DrawCheck.BeforeTheTrail
        : DrawCheck.Differs;

    /// <summary>The number and what came out of it, without the trail.</summary>
    public bool Follows(SampleSeed seed) =>
        seed.Period == Period && seed.NumberOf(CaseId, Attempt) is var number && number.Equals(Number) && (number < Share) == (Result != DrawResult.NotDrawn);
}

internal sealed class SampleDrawConfiguration : IEntityTypeConfiguration<SampleDraw>
{
    public void Configure(EntityTypeBuilder<SampleDraw> b)
    {
        b.ToTable("SampleDraws");
        b.Property(d => d.ExaminerName).HasMaxLength(100);
        b.Property(d => d.LocarnoClass).HasMaxLength(20);
        b.Property(d => d.Outcome).HasMaxLength(40);
        b.Property(d => d.Stratum).HasMaxLength(40);
        b.Property(d => d.Period).HasMaxLength(7);
        b.Ignore(d => d.IsDrawn);
        b.Ignore(d => d.Subject);
        b.Ignore(d => d.Digest);
        b.HasIndex(d => new { d.CaseId, d.Attempt }).IsUnique();
        b.HasIndex(d => d.At);
        b.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<SampleSeed>().WithMany().HasForeignKey(d => d.Period).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SampleSeedConfiguration : IEntityTypeConfiguration<SampleSeed>
{
    public void Configure(EntityTypeBuilder<SampleSeed> b)
    {
        b.ToTable("SampleSeeds");
        b.HasKey(s => s.Period);
        b.Property(s => s.Period).HasMaxLength(7);
        b.Property(s => s.Seed).HasMaxLength(64);
        b.Ignore(s => s.Commitment);
    }
}
