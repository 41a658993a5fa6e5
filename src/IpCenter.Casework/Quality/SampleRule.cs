using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.Quality;

/// <summary>A passed decision with what puts it into a stratum.</summary>
/// <param name="PassedBefore">Decisions to pass that the examiner made before.</param>
/// <param name="UnreadInCell">Decisions of the examiner in the main class since one of them was read.</param>
/// <param name="ReturnedBefore">Decisions of the examiner that a second reader returned within the days looked back.</param>
public sealed record SampledCase(string LocarnoClass, bool HasRecordedSign, int PassedBefore, SkillLevel? Skill, int UnreadInCell, int ReturnedBefore);

/// <summary>What was drawn already and who is there to read.</summary>
public sealed record SampleLoad(int DrawnToday, int DrawnThisWeek, int OpenReadings, int ReadersHere);

/// <summary>Into which stratum a case falls and whether it is drawn: the same facts and the same number always give the same.</summary>
public static class SampleRule
{
    public static SampleStratum StratumOf(SampledCase facts, SampleSettings settings) =>
        settings.Strata.Where(s => Fits(s, facts)).MaxBy(s => s.Share)!;

    public static DrawResult Draw(double number, SampleStratum stratum, SampleLoad load, SampleCaps caps) =>
        number >= stratum.Share ? DrawResult.NotDrawn
        : stratum.BeyondCaps ? DrawResult.Drawn
        : load.DrawnToday >= caps.PerDay ? DrawResult.DayFull
        : load.DrawnThisWeek >= caps.PerWeek ? DrawResult.WeekFull
        : load.OpenReadings >= caps.OpenPerReader * load.ReadersHere ? DrawResult.ReadersFull
        : DrawResult.Drawn;

    private static bool Fits(SampleStratum stratum, SampledCase facts) => stratum.When switch
    {
        StratumCondition.RecordedSign => facts.HasRecordedSign,
        StratumCondition.NewExaminer => facts.PassedBefore < stratum.Count,
        StratumCondition.LearningClass => facts.Skill == SkillLevel.Learning,
        StratumCondition.UnreadCell => facts.UnreadInCell >= stratum.Count,
        StratumCondition.ReturnedBefore => facts.ReturnedBefore >= stratum.Count,
        StratumCondition.Class => stratum.Classes.Contains(facts.LocarnoClass),
        _ => true,
    };
}
