using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Venues;

/// <summary>Every reason why the three venue files cannot be used together, each with its file's short name and JSON path.</summary>
internal sealed class VenueDataCheck(VenueSetFile set, VenueCourtsFile courts, VenueRulesFile rules)
{
    private readonly HashSet<string> _courts = [.. courts.Courts.Select(court => court.Id)];
    private readonly HashSet<string> _places = [VenueDataSet.WholeCountry, .. set.Places.Select(place => place.Code)];
    private readonly HashSet<string> _causes = [.. rules.Causes.Select(cause => cause.Key)];
    private readonly HashSet<string> _points = [.. rules.Points.Select(point => point.Key)];

    public IEnumerable<Fault> SetFaults() =>
        [
            .. set.Provenance.Faults("$.provenance"),
            .. Unique("$.places", set.Places, place => place.Code),
            .. Known("$.places", set.Places, "partOf", place => One(place.PartOf), _places, "place"),
            .. Each("$.places", set.Places, LiesInItself, "partOf", "The place lies in itself."),
        ];

    public IEnumerable<Fault> CourtFaults() =>
        [
            .. courts.Provenance.Faults("$.provenance"),
            .. Unique("$.courts", courts.Courts, court => court.Id),
            .. Known("$.courts", courts.Courts, "area", court => [court.Area], _places, "place"),
            .. Known("$.courts", courts.Courts, "parent", court => One(court.Parent), _courts, "court"),
            .. Sure("$.courts", courts.Courts, court => court.Confidence),
            .. Unique("$.powers", courts.Powers, power => power.Id),
            .. Known("$.powers", courts.Powers, "court", power => [power.Court], _courts, "court"),
            .. Known("$.powers", courts.Powers, "area", power => power.Area, _places, "place"),
            .. Sure("$.powers", courts.Powers, power => power.Confidence),
            .. Dated("$.powers", courts.Powers, power => power.EffectiveFrom, power => power.EffectiveTo),
            .. Each("$.powers", courts.Powers, power => power.Enabled && power.EffectiveFrom is null, "effectiveFrom", "An enabled power has a first day."),
            .. Each("$.powers", courts.Powers, power => power.AmountBelowCny <= power.AmountFromCny, "amountBelowCny", "It leaves no amount."),
            .. Unique("$.hearingOptions", courts.HearingOptions, option => option.Id),
            .. Known("$.hearingOptions", courts.HearingOptions, "court", option => One(option.Court), _courts, "court"),
            .. Known("$.hearingOptions", courts.HearingOptions, "place", option => One(option.Place), _places, "place"),
            .. Sure("$.hearingOptions", courts.HearingOptions, option => option.Confidence),
            .. Dated("$.hearingOptions", courts.HearingOptions, option => option.EffectiveFrom, option => option.EffectiveTo),
            .. Known("$.journeys", courts.Journeys, "court", journey => [journey.Court], _courts, "court"),
            .. Known("$.journeys", courts.Journeys, "place", journey => [journey.Place], _places, "place"),
            .. Sure("$.journeys", courts.Journeys, journey => journey.Confidence),
        ];

    public IEnumerable<Fault> RuleFaults() =>
        [
            .. rules.Provenance.Faults("$.provenance"),
            .. Unique("$.causes", rules.Causes, cause => cause.Key),
            .. Unique("$.points", rules.Points, point => point.Key),
            .. Unique("$.pointSets", rules.PointSets, points => points.Id),
            .. Known("$.pointSets", rules.PointSets, "causes", points => points.Causes, _causes, "cause"),
            .. Known("$.pointSets", rules.PointSets, "points", points => points.Points, _points, "point"),
            .. Known("$.pointSets", rules.PointSets, "excluded", points => points.Excluded, _points, "point"),
            .. Known("$.pointSets", rules.PointSets, "fallback", points => points.Fallback, _points, "point"),
            .. Sure("$.pointSets", rules.PointSets, points => points.Confidence),
            .. Unique("$.rules", rules.Rules, rule => rule.Id),
            .. Known("$.rules", rules.Rules, "causes", rule => rule.Causes, _causes, "cause"),
            .. Known("$.rules", rules.Rules, "court", rule => One(rule.Court), _courts, "court"),
            .. Known("$.rules", rules.Rules, "exception.court", rule => One(rule.Exception?.Court), _courts, "court"),
            .. Sure("$.rules", rules.Rules, rule => rule.Confidence),
            .. Dated("$.rules", rules.Rules, rule => rule.EffectiveFrom, rule => rule.EffectiveTo),
            .. Each("$.rules", rules.Rules, rule => WaysToCourt(rule) != 1, "power", "A rule names exactly one of power, level, court and followsUnderlying."),
            .. Unique("$.hints", rules.Hints, hint => hint.Id),
            .. Known("$.hints", rules.Hints, "causes", hint => hint.Causes, _causes, "cause"),
            .. Known("$.hints", rules.Hints, "courtsByDefendantPlace", hint => hint.CourtsByDefendantPlace.Keys, _places, "place"),
            .. Sure("$.hints", rules.Hints, hint => hint.Confidence),
            .. Dated("$.hints", rules.Hints, hint => hint.EffectiveFrom, hint => hint.EffectiveTo),
        ];

    private bool LiesInItself(VenuePlace place)
    {
        var outer = place.PartOf;
        for (var steps = 0; outer is not null; steps++)
        {
            if (steps > set.Places.Count)
                return true;
            outer = set.Places.FirstOrDefault(other => other.Code == outer)?.PartOf;
        }

        return false;
    }

    private static int WaysToCourt(VenueRule rule) =>
        new[] { rule.Power is not null, rule.Level is not null, rule.Court is not null, rule.FollowsUnderlying }.Count(way => way);

    private static IEnumerable<string> One(string? key) => key is null ? [] : [key];

    private static IEnumerable<Fault> Unique<T>(string path, IReadOnlyList<T> items, Func<T, string> key) =>
        items.Select((item, at) => (Key: key(item), At: at)).GroupBy(entry => entry.Key).SelectMany(group => group.Skip(1))
            .Select(entry => new Fault($"{path}[{entry.At}]", $"'{entry.Key}' stands there twice."));

    private static IEnumerable<Fault> Known<T>(
        string path, IReadOnlyList<T> items, string member, Func<T, IEnumerable<string>> keys, HashSet<string> known, string what) =>
        items.SelectMany((item, at) => keys(item).Where(key => !known.Contains(key))
            .Select(key => new Fault($"{path}[{at}].{member}", $"There is no {what} '{key}'.")));

    private static IEnumerable<Fault> Sure<T>(string path, IReadOnlyList<T> items, Func<T, decimal> confidence) =>
        Each(path, items, item => confidence(item) is < 0 or > 1, "confidence", "It is not between 0 and 1.");

    private static IEnumerable<Fault> Dated<T>(string path, IReadOnlyList<T> items, Func<T, DateOnly?> from, Func<T, DateOnly?> to) =>
        Each(path, items, item => to(item) <= from(item), "effectiveTo", "It ends before it begins.");

    private static IEnumerable<Fault> Each<T>(string path, IReadOnlyList<T> items, Func<T, bool> isWrong, string member, string reason) =>
        items.Select((item, at) => (Item: item, At: at)).Where(entry => isWrong(entry.Item))
            .Select(entry => new Fault($"{path}[{entry.At}].{member}", reason));
}
