using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Quality;

/// <summary>Which passed cases are read by a second person, and with which words one is returned: <c>data/desk/sample.json</c>.</summary>
public sealed record SampleSettings
{
    public required Provenance Provenance { get; init; }

    /// <summary>A case falls into the first stratum with the highest share of those that fit it.</summary>
    public required IReadOnlyList<SampleStratum> Strata { get; init; }

    public required SampleCaps Caps { get; init; }

    /// <summary>How far back decisions count for a stratum.</summary>
    public required int LookBackDays { get; init; }

    public required IReadOnlyList<ReturnReason> ReturnReasons { get; init; }

    public ReturnReason? Reason(string key) => ReturnReasons.FirstOrDefault(r => r.Key == key);

    public Bilingual NameOf(string stratum) => Strata.FirstOrDefault(s => s.Key == stratum)?.Name ?? Bilingual.Same(stratum);

    public IEnumerable<Fault> Faults(IReadOnlySet<string> subclasses)
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        if (LookBackDays < 1)
            yield return new Fault("$.lookBackDays", "Nothing lies within no day.");
        if (Caps is { PerDay: < 0 } or { PerWeek: < 0 } or { OpenPerReader: < 0 })
            yield return new Fault("$.caps", "A number of readings is not below 0.");
        if (Caps.PerWeek < Caps.PerDay)
            yield return new Fault("$.caps.perWeek", "A week holds at least what a day does.");
        if (Caps.ShareAbove is < 0 or > 1)
            yield return new Fault("$.caps.shareAbove", $"{Caps.ShareAbove} is not between 0 and 1.");
        if (Caps.Multiple < 1)
            yield return new Fault("$.caps.multiple", "It multiplies by 1 or more.");
        if (Strata.Count(s => s.When == StratumCondition.Always) != 1)
            yield return new Fault("$.strata", "Exactly one stratum takes every case that no other takes.");
        for (var at = 0; at < Strata.Count; at++)
            foreach (var fault in Strata[at].Faults($"$.strata[{at}]", subclasses).Concat(Twice(Strata.Take(at).Select(s => s.Key), Strata[at].Key, $"$.strata[{at}].key")))
                yield return fault;
        if (ReturnReasons.Count == 0)
            yield return new Fault("$.returnReasons", "Who returns a case names a reason.");
        for (var at = 0; at < ReturnReasons.Count; at++)
            foreach (var fault in Twice(ReturnReasons.Take(at).Select(r => r.Key), ReturnReasons[at].Key, $"$.returnReasons[{at}].key"))
                yield return fault;
    }

    private static IEnumerable<Fault> Twice(IEnumerable<string> before, string key, string path) =>
        before.Contains(key) ? [new Fault(path, $"'{key}' stands there twice.")] : [];
}

/// <summary>What puts a passed case into a stratum.</summary>
public enum StratumCondition
{
    Always,

    /// <summary>A person recorded a finding on a sign that was not "unfounded".</summary>
    RecordedSign,

    /// <summary>A second reader returned the case: what was done about it is read.</summary>
    WasReturned,

    /// <summary>One of the examiner's first decisions to pass: <see cref="SampleStratum.Count"/> of them.</summary>
    NewExaminer,

    /// <summary>The examiner is still learning the class.</summary>
    LearningClass,

    /// <summary>Of this examiner and main class none was read, after <see cref="SampleStratum.Count"/> decisions.</summary>
    UnreadCell,

    /// <summary>Second readers returned cases of this examiner: <see cref="SampleStratum.Count"/> or more.</summary>
    ReturnedBefore,

    /// <summary>One of <see cref="SampleStratum.Classes"/>.</summary>
    Class,
}

/// <summary>A part of the passed cases, and which share of it is read.</summary>
public sealed record SampleStratum
{
    public required string Key { get; init; }

    public required Bilingual Name { get; init; }

    public required StratumCondition When { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Share { get; init; }

    public int Count { get; init; }

    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Read however much was drawn already.</summary>
    public bool BeyondCaps { get; init; }

    public IEnumerable<Fault> Faults(string path, IReadOnlySet<string> subclasses)
    {
        if (Share is < 0 or > 1)
            yield return new Fault($"{path}.share", $"{Share} is not between 0 and 1.");
        if (When is StratumCondition.NewExaminer or StratumCondition.UnreadCell or StratumCondition.ReturnedBefore && Count < 1)
            yield return new Fault($"{path}.count", "It counts from 1.");
        if (When == StratumCondition.Class && Classes.Count == 0)
            yield return new Fault($"{path}.classes", "It names no class.");
        foreach (var code in Classes.Where(c => !subclasses.Contains(c)))
            yield return new Fault($"{path}.classes", $"There is no subclass '{code}'.");
    }
}

/// <summary>How many readings at most are drawn: who re-reads everything re-reads nothing well.</summary>
public sealed record SampleCaps
{
    public required int PerDay { get; init; }

    public required int PerWeek { get; init; }

    /// <summary>Open readings for each reader who is there today, those of refusals included.</summary>
    public required int OpenPerReader { get; init; }

    /// <summary>Part of a share that is still drawn above a cap, 0 to 1.</summary>
    public required double ShareAbove { get; init; }

    /// <summary>Times a day's or a week's cap at which nothing more is drawn by chance.</summary>
    public required int Multiple { get; init; }
}

/// <summary>A coded reason for which a second reader returns a case.</summary>
public sealed record ReturnReason(string Key, Bilingual Text);
