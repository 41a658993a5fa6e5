using IpCenter.Casework.Applications;
using IpCenter.Casework.Documents;

namespace IpCenter.Casework.Examination;

/// <summary>One round of correction: what was asked and whether it was answered, and everything that is no longer as it was.</summary>
/// <param name="Points">What was asked for, in its order.</param>
/// <param name="Fields">Answers of the form that changed.</param>
/// <param name="Views">Pictures that changed, came, went or moved.</param>
/// <param name="Documents">Files that came in this round.</param>
public sealed record RoundComparison(
    CorrectionRound Round, IReadOnlyList<AskedPoint> Points, IReadOnlyList<ChangedField> Fields, IReadOnlyList<ChangedView> Views, IReadOnlyList<ChangedDocument> Documents)
{
    /// <summary>Nothing at all is different, also not in the documents.</summary>
    public bool IsUnchanged => Fields.Count + Views.Count + Documents.Count == 0;

    /// <summary>Compares each round with the next one, the last with the application as it stands; the oldest first.</summary>
    /// <param name="application">The application as it stands.</param>
    /// <param name="rounds">Its rounds, in any order.</param>
    /// <param name="views">All its views, the replaced ones too.</param>
    /// <param name="documents">All its files, the replaced ones too.</param>
    /// <param name="remarks">The automatic check's remarks of all rounds.</param>
    public static IReadOnlyList<RoundComparison> Of(
        DesignApplication application, IReadOnlyList<CorrectionRound> rounds, IReadOnlyList<ApplicationView> views,
        IReadOnlyList<CaseDocument> documents, IReadOnlyList<ApplicationRemark> remarks)
    {
        List<CorrectionRound> inOrder = [.. rounds.OrderBy(r => r.Number)];
        return [.. inOrder.Select((round, at) =>
        {
            var next = at + 1 < inOrder.Count ? inOrder[at + 1] : null;
            var fields = ChangedField.Between(round.FormBefore, next?.FormBefore ?? application.Form);
            var changed = ChangedView.In(round.Number, inOrder, views);
            var came = ChangedDocument.Between(round.RequestedAt, round.AnsweredAt ?? next?.RequestedAt, documents);
            return new RoundComparison(
                round,
                [.. round.Points.Select(p => new AskedPoint(p, AskedPoint.Of(p, round, fields, changed, came, remarks)))],
                fields, changed, came);
        })];
    }
}

/// <summary>A file that came between the request for correction and its answer, and the one whose place it took.</summary>
public sealed record ChangedDocument(string Kind, CaseDocument? Before, CaseDocument After)
{
    public static IReadOnlyList<ChangedDocument> Between(DateTimeOffset from, DateTimeOffset? until, IReadOnlyList<CaseDocument> documents) =>
    [
        .. documents.Where(d => d.UploadedAt > from && !(d.UploadedAt > until)).GroupBy(d => d.Kind).Select(came => new ChangedDocument(
            came.Key,
            documents.Where(d => d.Kind == came.Key && d.UploadedAt <= from).MaxBy(d => (d.UploadedAt, d.ReplacedAt ?? DateTimeOffset.MaxValue)),
            came.FirstOrDefault(d => d.ReplacedAt is null) ?? came.MaxBy(d => (d.UploadedAt, d.ReplacedAt))!)),
    ];
}
