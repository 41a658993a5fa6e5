using IpCenter.Casework.Designs;

namespace IpCenter.Casework.Imports;

public enum RowOutcome
{
    Added,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>What became of one row of an import.</summary>
public sealed class DesignImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>Place among the rows of the table, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>Line of the file on which it begins.</summary>
    public required int Line { get; init; }

    public required RowOutcome Outcome { get; init; }

    /// <summary>Names the design of the row, where its number could be read.</summary>
    public string? Key { get; init; }

    public Guid? DesignId { get; init; }

    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    public required bool HasProblems { get; init; }

    /// <summary>The cells of a refused row, to be handed back.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>The design before a change, for an undo.</summary>
    public DesignBefore? Before { get; init; }

    /// <summary>An undo has dealt with it.</summary>
    public bool IsUndone { get; set; }
}

/// <summary>A design as it stood before an import changed it.</summary>
public sealed record DesignBefore(
    string OwnerName, string ProductName, string Use, string LocarnoClass, string BriefDescription, DateOnly? FiledOn, DateOnly? AnnouncedOn,
    DateOnly? ExpiresOn, DesignStatus Status, string? Source, Guid? ImportId, IReadOnlyList<Guid>? Views)
{
    /// <param name="design">The design.</param>
    /// <param name="views">Its views, where they change.</param>
    public static DesignBefore Of(Design design, IReadOnlyList<Guid>? views) => new(
        design.OwnerName, design.ProductName, design.Use, design.LocarnoClass, design.BriefDescription, design.FiledOn, design.AnnouncedOn,
        design.ExpiresOn, design.Status, design.Source, design.ImportId, views);

    public void Restore(Design design)
    {
        (design.OwnerName, design.ProductName, design.Use, design.LocarnoClass) = (OwnerName, ProductName, Use, LocarnoClass);
        (design.BriefDescription, design.FiledOn, design.AnnouncedOn, design.ExpiresOn) = (BriefDescription, FiledOn, AnnouncedOn, ExpiresOn);
        (design.Status, design.Source, design.ImportId) = (Status, Source, ImportId);
    }
}
