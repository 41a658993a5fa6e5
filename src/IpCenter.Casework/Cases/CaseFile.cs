namespace IpCenter.Casework.Cases;

public enum CaseKind
{
    DesignApplication,
    Infringement,
    Referral,
}

/// <summary>
/// What every case has, whatever it is about: a number, a stage, an owner, clocks, a process and an end.
/// The application, the report and the referral add their own facts under the same id.
/// The stage is written by the process alone.
/// </summary>
public sealed class CaseFile
{
    public required Guid Id { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>Public number, such as <c>CX-D-2026-00042</c>; <c>null</c> while a draft.</summary>
    public string? Number { get; private set; }

    /// <summary>What the case is about in a few words, for lists: a product's or a platform's name.</summary>
    public required string Title { get; set; }

    public required Guid FirmId { get; init; }

    public required Guid OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The stage of the process, as its definition names it; <see cref="Draft"/> before submission.</summary>
    public string Stage { get; private set; } = Draft;

    public Guid? WorkflowInstanceId { get; private set; }

    /// <summary>When the deadline of the current stage falls; <c>null</c> where nothing is due.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the party took the case back; the process ends it a moment later.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? Outcome { get; private set; }

    public int Version { get; private set; }

    public const string Draft = "Draft";

    public const string Closed = "Closed";

    public bool IsDraft => SubmittedAt is null;

    public bool IsOpen => SubmittedAt is not null && ClosedAt is null;

    public void Submit(string number, Guid workflowInstanceId, DateTimeOffset at)
    {
        if (!IsDraft)
            throw new InvalidOperationException($"Case {Id} was submitted already.");
        (Number, WorkflowInstanceId, SubmittedAt) = (number, workflowInstanceId, at);
    }

    public void EnterStage(string stage) => (Stage, DueAt) = (stage, null);

    public void Expect(DateTimeOffset? dueAt) => DueAt = dueAt;

    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;

    public void Close(string outcome, DateTimeOffset at) =>
        (Stage, Outcome, ClosedAt, DueAt) = (Closed, outcome, at, null);
}
