using IpCenter.Casework.Applications;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Examination;

/// <summary>Everything of an application on which an examiner decides, read at once.</summary>
public sealed record ExaminationCase
{
    public required WorkItem Task { get; init; }

    public required DesignApplication Application { get; init; }

    public required Firm Firm { get; init; }

    /// <summary>Whether the case, not only this task of it, is still open.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>All views, the replaced ones too, in filing order.</summary>
    public required IReadOnlyList<ApplicationView> Views { get; init; }

    /// <summary>Remarks of the present round, the heaviest first.</summary>
    public required IReadOnlyList<ApplicationRemark> Remarks { get; init; }

    /// <summary>What a person has to answer, with the defect already worded.</summary>
    public required IReadOnlyList<ChecklistItem> Checklist { get; init; }

    /// <summary>The brief description as it would be filed.</summary>
    public required Bilingual BriefDescription { get; init; }

    /// <summary>Look-alikes of the present round, the best first.</summary>
    public required IReadOnlyList<ExaminedLead> Leads { get; init; }

    /// <summary>Look-alikes of firms of whose cases the viewer keeps out: counted, not shown. Somebody else examines the case.</summary>
    public required int KeptOutLeads { get; init; }

    /// <summary>Correction rounds, the oldest first.</summary>
    public required IReadOnlyList<CorrectionRound> Rounds { get; init; }

    /// <summary>What each round asked and changed, the newest first.</summary>
    public required IReadOnlyList<RoundComparison> Comparisons { get; init; }

    /// <summary>Decisions in this case, the newest first.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    public IEnumerable<ApplicationView> CurrentViews => Views.Where(v => v.IsCurrent);

    /// <summary>The decision that ended this task, once it has ended.</summary>
    public Decision? DecidedHere => Task.CompletedAt is null ? null : Decisions.FirstOrDefault(d => d.Task == Task.Name && d.At == Task.CompletedAt);

    /// <summary>The examiner's decision that a second reader reads.</summary>
    public Decision? FirstDecision => Decisions.FirstOrDefault(d => DecideExamination.Tasks.Contains(d.Task));
}

/// <summary>A look-alike beside the view that it resembles.</summary>
/// <param name="QueryImageId">Picture of the application's own view.</param>
/// <param name="QueryPosition">Which view that is.</param>
/// <param name="FoundPosition">Which view of the design found it resembles; <c>null</c> when that view is gone.</param>
/// <param name="FoundViews">All pictures of the design found, in the order of a filing; the one that was found among them, also where it was replaced since.</param>
/// <param name="Earlier">What was made of the same design in an earlier round, where somebody judged it.</param>
public sealed record ExaminedLead(
    PriorDesignLead Lead, Guid QueryImageId, string QueryPosition, string? FoundPosition, IReadOnlyList<FoundView> FoundViews, PriorDesignLead? Earlier);

/// <summary>A picture of a design that was found.</summary>
/// <param name="Position">Which view it is; empty where the source does not say.</param>
public sealed record FoundView(Guid ImageId, int DesignNumber, string Position);
