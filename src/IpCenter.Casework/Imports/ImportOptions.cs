using System.ComponentModel.DataAnnotations;

namespace IpCenter.Casework.Imports;

/// <summary>How much an import may bring.</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>The most bytes that a page takes, table and pictures together. What is larger comes by command.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUploadBytes { get; set; } = 4L << 30;

    [Range(1, long.MaxValue)]
    public long MaxTableBytes { get; set; } = 256L << 20;

    /// <summary>The most entries of an archive.</summary>
    [Range(1, 10_000_000)]
    public int MaxEntries { get; set; } = 500_000;

    /// <summary>The most bytes of an archive when it is unpacked. Nothing of it is unpacked to the disk; this is against absurdity.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUnpackedBytes { get; set; } = 200L << 30;

    /// <summary>An import stops before the disk is fuller than this: the rest of the centre still has to write.</summary>
    [Range(0, long.MaxValue)]
    public long MinFreeBytes { get; set; } = 512L << 20;

    /// <summary>For so many days after an import ended its uploaded pictures are kept: for refused rows that come again, or a rehearsal that is carried out.</summary>
    [Range(1, 36_500)]
    public int KeepPicturesDays { get; set; } = 30;

    /// <summary>Rows that are saved together.</summary>
    [Range(1, 1000)]
    public int RowsPerSave { get; set; } = 16;
}
