namespace IpCenter.Casework.Applications;

/// <summary>
/// A design application on its way to the national office: the form, and what the office answered.
/// Its number, stage, clocks and end are the case's (<see cref="Cases.CaseFile"/> of the same id).
/// </summary>
public sealed class DesignApplication
{
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public ApplicationForm Form { get; private set; } = new();

    /// <summary>The firm's earlier application from whose answers it was begun.</summary>
    public Guid? CopiedFromId { get; private set; }

    /// <summary>The wizard's step at which the draft was left.</summary>
    public string DraftStep { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Correction rounds so far.</summary>
    public int Round { get; private set; }

    public string? OfficeNumber { get; private set; }

    public DateOnly? OfficeFiledOn { get; private set; }

    public DateOnly? OfficeAcceptedOn { get; private set; }

    /// <summary>When the payment was told to the centre.</summary>
    public DateTimeOffset? FeePaidAt { get; private set; }

    /// <summary>The day on which it was paid at the national office, as the applicant says.</summary>
    public DateOnly? FeePaidOn { get; private set; }

    public bool LeftFastLane { get; private set; }

    public string? LeftFastLaneReason { get; private set; }

    public DateTimeOffset? MarkedAt { get; private set; }

    /// <summary>The day on which the office's notice of grant was received: the two months for the registration run from it (细则60).</summary>
    public DateOnly? GrantNoticeOn { get; private set; }

    /// <summary>The day on which the office's notice that ended the application was received: the time for a remedy runs from it.</summary>
    public DateOnly? OfficeNoticeOn { get; private set; }

    /// <summary>Why the application ended at the office, as it was told.</summary>
    public string? OfficeReason { get; private set; }

    /// <summary>The day on which the registration was done at the office and its fees were paid, as the applicant says.</summary>
    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>When the registration was told to the centre.</summary>
    public DateTimeOffset? RegistrationToldAt { get; private set; }

    public string? PatentNumber { get; private set; }

    /// <summary>The day of the announcement: the right begins on it (Patent Law art. 40).</summary>
    public DateOnly? AnnouncedOn { get; private set; }

    /// <summary>
    /// As handed in: the last day on which the national office must have it, so that no priority, no grace period and no novelty is lost.
    /// </summary>
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>When the firm and the examiners were last reminded of that day.</summary>
    public DateOnly? TermRemindedOn { get; private set; }

    public int Version { get; private set; }

    public void Save(ApplicationForm form, string step, DateTimeOffset at) => (Form, DraftStep, SavedAt) = (form, step, at);

    public void WatchTerm(DateOnly? endsOn) => (TermEndsOn, TermRemindedOn) = (endsOn, endsOn == TermEndsOn ? TermRemindedOn : null);

    public void RemindOfTerm(DateOnly on) => TermRemindedOn = on;

    public void CopyFrom(Guid source) => CopiedFromId = source;

    public void BeginCorrection() => Round++;

    public void RecordFiling(string officeNumber, DateOnly filedOn, DateOnly acceptedOn) =>
        (OfficeNumber, OfficeFiledOn, OfficeAcceptedOn) = (officeNumber, filedOn, acceptedOn);

    public void RecordPayment(DateOnly paidOn, DateTimeOffset at) => (FeePaidOn, FeePaidAt) = (paidOn, at);

    public void LeaveFastLane(string reason)
    {
        if (LeftFastLane)
            return;
        (LeftFastLane, LeftFastLaneReason) = (true, reason);
    }

    /// <summary>The fast lane was lost by a mistake about the dates: it is taken up again.</summary>
    public void ReturnToFastLane() => (LeftFastLane, LeftFastLaneReason) = (false, null);

    public void Mark(DateTimeOffset at) => MarkedAt = at;

    public void RecordGrantNotice(DateOnly receivedOn) => GrantNoticeOn = receivedOn;

    public void RecordOfficeEnd(DateOnly? noticeOn, string reason) => (OfficeNoticeOn, OfficeReason) = (noticeOn, reason);

    public void RecordRegistration(DateOnly on, DateTimeOffset at) => (RegisteredOn, RegistrationToldAt) = (on, at);

    public void RecordGrant(string patentNumber, DateOnly announcedOn) => (PatentNumber, AnnouncedOn) = (patentNumber, announcedOn);
}
