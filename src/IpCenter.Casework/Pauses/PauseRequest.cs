namespace IpCenter.Casework.Pauses;

/// <summary>What a person asks for who pauses a clock.</summary>
/// <param name="Id">Made by the form: pressing twice pauses once.</param>
/// <param name="ReasonKey">A key of <see cref="PauseReasons"/>.</param>
/// <param name="Words">The reason of this case; the applicant reads it.</param>
/// <param name="ExpectedEnd">The working day on which the clock is to run again.</param>
/// <param name="Consent">Who of the applicant agreed, and how.</param>
public sealed record PauseRequest(Guid Id, Guid CaseId, string ReasonKey, string Words, DateOnly? ExpectedEnd, string? Consent);
