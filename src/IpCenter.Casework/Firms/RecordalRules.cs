using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Firms;

/// <summary>What this centre asks of a firm that wants to be recorded, and for how long things hold: <c>data/recordal/criteria.json</c>.</summary>
public sealed record RecordalRules
{
    public required Provenance Provenance { get; init; }

    public required RecordalTerm Term { get; init; }

    public required MandateTerm Mandates { get; init; }

    public required InvitationTerm Invitations { get; init; }

    public required ConductRule Conduct { get; init; }

    public required IReadOnlyList<RecordalCriterion> Criteria { get; init; }

    public IEnumerable<Fault> Faults() =>
        [.. Provenance.Faults("$.provenance"), .. Term.Faults(), .. Mandates.Faults(), .. Invitations.Faults(), .. Conduct.Faults(), .. CriterionFaults()];

    private IEnumerable<Fault> CriterionFaults()
    {
        for (var at = 0; at < Criteria.Count; at++)
        {
            var (key, path) = (Criteria[at].Key, $"$.criteria[{at}]");
            if (!CriterionKeys.All.Contains(key))
                yield return new Fault($"{path}.key", $"There is no criterion '{key}'; known are {string.Join(", ", CriterionKeys.All)}.");
            else if (Criteria.Take(at).Any(c => c.Key == key))
                yield return new Fault($"{path}.key", $"'{key}' stands there twice.");
            foreach (var fault in ConfidenceFaults.Of(Criteria[at].Confidence, path))
                yield return fault;
        }

        foreach (var missing in CriterionKeys.All.Where(key => Criteria.All(c => c.Key != key)))
            yield return new Fault("$.criteria", $"The criterion '{missing}' is missing.");
    }
}

/// <summary>One thing that is asked of a firm.</summary>
public sealed record RecordalCriterion(string Key, Bilingual Name, Bilingual Rule, string Source, decimal Confidence);

/// <summary>How long a recordal holds.</summary>
/// <param name="RenewalOpensDays">So many days before its end a renewal can be asked for.</param>
/// <param name="ReminderDays">So many days before its end the firm is reminded, the longest first.</param>
public sealed record RecordalTerm(int ValidYears, int RenewalOpensDays, IReadOnlyList<int> ReminderDays, string Source, decimal Confidence)
{
    public IEnumerable<Fault> Faults()
    {
        if (ValidYears < 1)
            yield return new Fault("$.term.validYears", "A recordal holds for at least a year.");
        if (RenewalOpensDays < 1)
            yield return new Fault("$.term.renewalOpensDays", "It must be at least a day.");
        if (ReminderDays.Any(days => days < 1) || !ReminderDays.SequenceEqual(ReminderDays.Distinct().OrderDescending()))
            yield return new Fault("$.term.reminderDays", "They are days before the end, each once, the longest first.");
        else if (ReminderDays.Count > 0 && ReminderDays[0] > RenewalOpensDays)
            yield return new Fault("$.term.reminderDays[0]", "Nobody is reminded before a renewal can be asked for.");
        foreach (var fault in ConfidenceFaults.Of(Confidence, "$.term"))
            yield return fault;
    }
}

/// <summary>How long a firm's consent to a helper holds at most.</summary>
/// <param name="ReminderDays">So many days before its end both sides are told.</param>
public sealed record MandateTerm(int LongestDays, int ReminderDays, string Source, decimal Confidence)
{
    public IEnumerable<Fault> Faults()
    {
        if (LongestDays < 1)
            yield return new Fault("$.mandates.longestDays", "It must be at least a day.");
        if (ReminderDays < 0 || ReminderDays >= LongestDays)
            yield return new Fault("$.mandates.reminderDays", "It must lie within the longest time.");
        foreach (var fault in ConfidenceFaults.Of(Confidence, "$.mandates"))
            yield return fault;
    }
}

/// <summary>How long the link of an invitation opens.</summary>
public sealed record InvitationTerm(int ValidHours, string Source, decimal Confidence)
{
    public IEnumerable<Fault> Faults()
    {
        if (ValidHours < 1)
            yield return new Fault("$.invitations.validHours", "It must be at least an hour.");
        foreach (var fault in ConfidenceFaults.Of(Confidence, "$.invitations"))
            yield return fault;
    }
}

/// <summary>The facts of a firm's conduct of which sanction rules speak; they are shown to the officer, who decides.</summary>
/// <param name="Months">The time looked back on.</param>
/// <param name="AbnormalApplications">So many found abnormal are what the rules speak of.</param>
/// <param name="FailedShare">A larger share of failed pre-examinations is what the rules speak of, 0 to 1.</param>
public sealed record ConductRule(int Months, int AbnormalApplications, decimal FailedShare, Bilingual Rule, string Source, decimal Confidence)
{
    public IEnumerable<Fault> Faults()
    {
        if (Months < 1)
            yield return new Fault("$.conduct.months", "It must be at least a month.");
        if (AbnormalApplications < 1)
            yield return new Fault("$.conduct.abnormalApplications", "It must be at least one.");
        if (FailedShare is < 0 or > 1)
            yield return new Fault("$.conduct.failedShare", $"{FailedShare} is not between 0 and 1.");
        foreach (var fault in ConfidenceFaults.Of(Confidence, "$.conduct"))
            yield return fault;
    }
}

/// <summary>The criteria that the software can say something about.</summary>
public static class CriterionKeys
{
    public const string Place = "place";
    public const string Subject = "subject";
    public const string Code = "code";
    public const string Licence = "licence";
    public const string Classes = "classes";
    public const string Abnormal = "abnormal";
    public const string Failed = "failed";
    public const string Promise = "promise";

    public static IReadOnlyList<string> All { get; } = [Place, Subject, Code, Licence, Classes, Abnormal, Failed, Promise];
}

internal static class ConfidenceFaults
{
    public static IEnumerable<Fault> Of(decimal confidence, string path) => confidence is < 0 or > 1
        ? [new Fault($"{path}.confidence", $"{confidence} is not between 0 and 1.")]
        : [];
}
