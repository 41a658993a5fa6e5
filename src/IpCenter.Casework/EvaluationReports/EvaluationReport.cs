namespace IpCenter.Casework.EvaluationReports;

/// <summary>Where a request for an evaluation report stands.</summary>
public enum EvaluationState
{
    Prepared,

    /// <summary>Sent to the office.</summary>
    Filed,

    /// <summary>The office has it: its two months run.</summary>
    Received,

    Result,

    /// <summary>Taken back, or deemed not made (细则62).</summary>
    Withdrawn,
}

/// <summary>Who asks (专利法66; 细则62).</summary>
public enum EvaluationRequester
{
    Holder,

    /// <summary>利害关系人, such as an exclusive licensee.</summary>
    InterestedParty,

    /// <summary>被控侵权人.</summary>
    AccusedInfringer,
}

/// <summary>What the report says of the design.</summary>
public enum EvaluationFinding
{
    NoDefect,

    Defective,

    /// <summary>Of several designs some are defective.</summary>
    PartlyDefective,
}

/// <summary>
/// A request for the office's evaluation report (专利权评价报告). The office makes one for a right, and everybody may read it
/// (细则63), so there is one open request or one result for a right.
/// </summary>
public sealed class EvaluationReport
{
    public required Guid Id { get; init; }

    public required Guid DesignId { get; init; }

    public required EvaluationRequester Requester { get; init; }

    /// <summary>Who asks, by name, where it is not the holder.</summary>
    public required string RequesterName { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    public required Guid PreparedBy { get; init; }

    public required decimal FeeCny { get; init; }

    public EvaluationState State { get; private set; } = EvaluationState.Prepared;

    public DateOnly? FiledOn { get; private set; }

    public string? FilingNumber { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>By when the office makes it; <c>null</c> until it has the request.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The edition of the working calendar by which <see cref="DueOn"/> was looked at last.</summary>
    public int CalendarEdition { get; private set; }

    public string? WhyZh { get; private set; }

    public string? WhyEn { get; private set; }

    public DateOnly? ResultOn { get; private set; }

    public string? ResultNumber { get; private set; }

    public EvaluationFinding? Finding { get; private set; }

    public string? Summary { get; private set; }

    public Guid? DocumentId { get; private set; }

    public string? WithdrawReason { get; private set; }

    public int Version { get; private set; }

    public void File(DateOnly on, string number) => (State, FiledOn, FilingNumber) = (EvaluationState.Filed, on, number);

    public void Receive(DateOnly on) => (State, ReceivedOn) = (EvaluationState.Received, on);

    /// <summary>Sets or moves the day of the office.</summary>
    /// <param name="due">The day.</param>
    /// <param name="calendarEdition">The edition of the calendar that it was counted by.</param>
    public void Count(EvaluationDue due, int calendarEdition) =>
        (DueOn, WhyZh, WhyEn, CalendarEdition) = (due.On, due.Why?.Zh, due.Why?.En, calendarEdition);

    /// <summary>The day was looked at by an edition of the calendar and stays.</summary>
    public void ConfirmBy(int calendarEdition) => CalendarEdition = Math.Max(CalendarEdition, calendarEdition);

    public void Conclude(DateOnly on, string number, EvaluationFinding finding, string summary, Guid? documentId) =>
        (State, ResultOn, ResultNumber, Finding, Summary, DocumentId) = (EvaluationState.Result, on, number, finding, summary, documentId);

    public void Withdraw(string reason) => (State, WithdrawReason) = (EvaluationState.Withdrawn, reason);
}
