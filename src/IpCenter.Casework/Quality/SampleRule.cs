using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.Quality;

/// <summary>A passed decision with what puts it into a stratum.</summary>
/// <param name="PassedBefore">Decisions to pass that the examiner made before.</param>
/// <param name="UnreadInCell">Decisions of the examiner in the main class since one of them was read.</param>
/// <param name="ReturnedBefore">Decisions of the examiner that a second reader returned within the days looked back.</param>
/// <param name="WasReturned">A second reader returned this very case.</param>
public sealed record SampledCase(string LocarnoClass, bool HasRecordedSign, int PassedBefore, SkillLevel? Skill, int UnreadInCell, int ReturnedBefore, bool WasReturned = false);

/// <summary>What was drawn already and who is there to read.</summary>
public sealed record SampleLoad(int DrawnToday, int DrawnThisWeek, int OpenReadings, int ReadersHere);

/// <summary>Into which stratum a case falls and whether it is drawn: the same facts and the same number always give the same.</summary>
public static class SampleRule
{
    public static SampleStratum StratumOf(SampledCase facts, SampleSettings settings) =>
        settings.Strata.Where(s => Fits(s, facts)).MaxBy(s => s.Share)!;

    /// <summary>
    /// Above a cap the chance falls to a part of the share and not to nought: whoever sees that the readers are full, or away, must
    /// not know that nothing is read now. Only at the caps' multiple is it over for the day or the week.
    /// </summary>
    public static DrawResult Draw(double number, SampleStratum stratum, SampleLoad load, SampleCaps caps) =>
        number >= stratum.Share ? DrawResult.NotDrawn
        : stratum.BeyondCaps ? DrawResult.Drawn
        : Full(load, caps) is not { } full ? DrawResult.Drawn
        : number < stratum.Share * caps.ShareAbove && load.DrawnToday < caps.Multiple * caps.PerDay && load.DrawnThisWeek < caps.Multiple * caps.PerWeek ? DrawResult.Drawn
        : full;

    private static DrawResult? Full(SampleLoad load, SampleCaps caps) =>
        load.DrawnToday >= caps.PerDay ? DrawResult.DayFull
        : load.DrawnThisWeek >= caps.PerWeek ? DrawResult.WeekFull
        : load.OpenReadings >= caps.OpenPerReader * load.ReadersHere ? DrawResult.ReadersFull
        : null;

    private static bool Fits(SampleStratum stratum, SampledCase facts) => stratum.When switch
    {
        StratumCondition.RecordedSign => facts.HasRecordedSign,
        StratumCondition.WasReturned => facts.WasReturned,
        StratumCondition.NewExaminer => facts.PassedBefore < stratum.Count,
        StratumCondition.LearningClass => facts.Skill == SkillLevel.Learning,
        StratumCondition.UnreadCell => facts.UnreadInCell >= stratum.Count,
        StratumCondition.ReturnedBefore => facts.ReturnedBefore >= stratum.Count,
        StratumCondition.Class => stratum.Classes.Contains(facts.LocarnoClass),
        _ => true,
    };
}
