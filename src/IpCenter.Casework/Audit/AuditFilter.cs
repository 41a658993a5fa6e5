namespace IpCenter.Casework.Audit;

/// <summary>What a reading of the trail is narrowed to; days are days in China, both included.</summary>
/// <param name="Person">Part of the name of whoever acted.</param>
/// <param name="CaseNumber">Beginning of a case's number.</param>
/// <param name="Action">A code such as <c>task.taken</c>.</param>
public sealed record AuditFilter(string? Person = null, string? CaseNumber = null, string? Action = null, DateOnly? From = null, DateOnly? To = null)
{
    public static AuditFilter None { get; } = new();

    public bool IsEmpty => this == None;
}
