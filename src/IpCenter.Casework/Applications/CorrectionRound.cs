namespace IpCenter.Casework.Applications;

/// <summary>One round of correction: what was asked, by when, and what came back.</summary>
public sealed class CorrectionRound
{
    /// <summary>The rounds that the process grants (its condition <c>RoundsLeft</c>); whatever is asked after them ends the fast lane.</summary>
    public const int Most = 2;

    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary><c>null</c>: the automatic check blocked the submission.</summary>
    public Guid? RequestedBy { get; init; }

    public required string Message { get; init; }

    public required List<CorrectionPoint> Points { get; init; }

    /// <summary>The form as it was when the correction was asked.</summary>
    public required ApplicationForm FormBefore { get; init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? Answer { get; private set; }

    public void Close(string? answer, DateTimeOffset at) => (Answer, AnsweredAt) = (answer, at);
}

/// <summary>One thing to correct, with its rule and place.</summary>
public sealed record CorrectionPoint(string RuleId, string Place, string TextZh, string TextEn);
