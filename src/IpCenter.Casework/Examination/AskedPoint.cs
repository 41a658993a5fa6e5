using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;

namespace IpCenter.Casework.Examination;

/// <summary>What can be said by itself about the answer to a point; whether it is a good answer is for a person.</summary>
public enum PointAnswer
{
    /// <summary>The application has not come back.</summary>
    Waiting,

    /// <summary>The point names no place that could be compared.</summary>
    NotComparable,

    /// <summary>What stands at its place is another than before.</summary>
    Changed,

    /// <summary>What stands at its place is as it was.</summary>
    Unchanged,

    /// <summary>The automatic check makes the same remark at the same place again.</summary>
    RemarkedAgain,
}

/// <summary>A point of a request for correction and whether it was answered.</summary>
public sealed record AskedPoint(CorrectionPoint Point, PointAnswer Answer)
{
    internal static PointAnswer Of(
        CorrectionPoint point, CorrectionRound round, IReadOnlyList<ChangedField> fields, IReadOnlyList<ChangedView> views,
        IReadOnlyList<ChangedDocument> documents, IReadOnlyList<ApplicationRemark> remarks)
    {
        if (round.AnsweredAt is null)
            return PointAnswer.Waiting;
        if (point.RuleId.Length > 0 && remarks.Any(r => r.Round == round.Number && r.RuleId == point.RuleId && r.Place == point.Place && r.OverruledAt is null))
            return PointAnswer.RemarkedAgain;
        return IsTouched(point.Place, fields, views, documents) switch
        {
            null => PointAnswer.NotComparable,
            true => PointAnswer.Changed,
            false => PointAnswer.Unchanged,
        };
    }

    /// <summary>Places are written as <c>designs[1].views[左视图]</c>, <c>designs[1]</c> or <c>brief.use</c>.</summary>
    private static bool? IsTouched(string place, IReadOnlyList<ChangedField> fields, IReadOnlyList<ChangedView> views, IReadOnlyList<ChangedDocument> documents)
    {
        if (place.StartsWith("designs[", StringComparison.Ordinal))
        {
            var parts = place.Split('[', ']');
            var ofDesign = views.Where(v => $"{v.DesignNumber}" == parts[1]);
            return parts.Length > 3
                ? ofDesign.Any(v => v.IsAt(parts[3]))
                : ofDesign.Any() || fields.Any(f => f.Key == FieldKeys.Designs);
        }
        var key = place.Split('[')[0];
        if (key == FieldKeys.Views)
            return views.Count > 0;
        if (key == FieldKeys.Documents && documents.Count > 0)
            return true;
        if (key is FieldKeys.Brief or FieldKeys.BriefText)
            return fields.Any(f => f.Key.StartsWith(FieldKeys.Brief, StringComparison.Ordinal));
        return ChangedField.KeyOf(key) is { } compared ? fields.Any(f => f.Key == compared) : null;
    }
}
