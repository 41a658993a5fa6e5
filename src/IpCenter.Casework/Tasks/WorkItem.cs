using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Tasks;

/// <summary>
/// A person's task: the visible side of a wait of the process (and of the same id). It sits in a queue
/// until somebody with the right role takes it, and ends by one of its outcomes or by being cancelled
/// when the process goes another way.
/// </summary>
public sealed class WorkItem
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Name of the task in the definition, such as <c>Examine</c>.</summary>
    public required string Name { get; init; }

    public required string Queue { get; init; }

    /// <summary>Narrows a queue: the court of a referral, the firm of an applicant's task.</summary>
    public string? Scope { get; init; }

    public required ClockOwner Clock { get; init; }

    /// <summary>The outcomes that a person may choose.</summary>
    public required List<string> Outcomes { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? WarnAt { get; set; }

    /// <summary>Moves with the deadline that it comes from.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public Guid? AssigneeId { get; private set; }

    public string? AssigneeName { get; private set; }

    public DateTimeOffset? AssignedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public Guid? CompletedBy { get; private set; }

    public string? Outcome { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => CompletedAt is null && CancelledAt is null;

    public void Assign(Guid personId, string name, DateTimeOffset at) => (AssigneeId, AssigneeName, AssignedAt) = (personId, name, at);

    public void Release() => (AssigneeId, AssigneeName, AssignedAt) = (null, null, null);

    /// <summary>The process goes on in a version that offers something else.</summary>
    public void Offer(IEnumerable<string> outcomes) => Outcomes = [.. outcomes];

    public void Complete(string outcome, Guid? by, DateTimeOffset at) => (Outcome, CompletedBy, CompletedAt) = (outcome, by, at);

    public void Cancel(DateTimeOffset at) => CancelledAt ??= at;
}

/// <summary>The queues in which people's tasks wait.</summary>
public static class Queues
{
    public const string Examination = "examination";
    public const string Quality = "quality";
    public const string Supervision = "supervision";
    public const string Applicant = "applicant";
    public const string OfficeResults = "office-results";
    public const string Rights = "rights";
    public const string Procurator = "procurator";
    public const string Court = "court";

    public static IReadOnlyList<string> All { get; } =
        [Examination, Quality, Supervision, Applicant, OfficeResults, Rights, Procurator, Court];

    /// <summary>The queues of the house; an applicant's or a court's tasks wait for others.</summary>
    public static IReadOnlyList<string> OfTheHouse { get; } = [Examination, Quality, OfficeResults, Supervision, Rights];
}
