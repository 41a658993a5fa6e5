namespace IpCenter.Casework.Venues;

/// <summary>
/// The dated, cited rules of venue. A new tribunal is a new version of this data, never a change of code;
/// every answer names the version that it comes from.
/// </summary>
public sealed record VenueDataSet
{
    public required string Version { get; init; }

    public required DateOnly AsOf { get; init; }

    public required Bilingual Disclaimer { get; init; }

    public required IReadOnlyList<VenuePlace> Places { get; init; }

    public required IReadOnlyList<Court> Courts { get; init; }

    public required IReadOnlyList<CourtPower> Powers { get; init; }

    public required IReadOnlyList<HearingOption> HearingOptions { get; init; }

    public required IReadOnlyList<Journey> Journeys { get; init; }

    public required IReadOnlyList<VenueTerm> Causes { get; init; }

    public required IReadOnlyList<VenueTerm> Points { get; init; }

    public required IReadOnlyList<ConnectingPointSet> PointSets { get; init; }

    public required IReadOnlyList<VenueRule> Rules { get; init; }

    public required IReadOnlyList<InternetCourtHint> Hints { get; init; }

    public static VenueDataSet From(VenueSetFile set, VenueCourtsFile courts, VenueRulesFile rules) => new()
    {
        Version = set.Version,
        AsOf = set.AsOf,
        Disclaimer = set.Disclaimer,
        Places = set.Places,
        Courts = courts.Courts,
        Powers = courts.Powers,
        HearingOptions = courts.HearingOptions,
        Journeys = courts.Journeys,
        Causes = rules.Causes,
        Points = rules.Points,
        PointSets = rules.PointSets,
        Rules = rules.Rules,
        Hints = rules.Hints,
    };

    public Court Court(string id) => Courts.First(court => court.Id == id);

    public VenueTerm? Cause(string key) => Causes.FirstOrDefault(cause => cause.Key == key);

    public Bilingual NameOfPoint(string key) => Points.FirstOrDefault(point => point.Key == key)?.Name ?? new Bilingual(key, key);

    public Bilingual NameOfPlace(string code) => Places.FirstOrDefault(place => place.Code == code)?.Name ?? new Bilingual(code, code);

    /// <summary>
    /// The place and all places it lies in, the smallest first: 371721, 371700, 370000, 000000. Null when it is not
    /// known. A code that is not listed is known by the prefecture and province of its first digits (GB/T 2260).
    /// </summary>
    public IReadOnlyList<string>? Around(string code)
    {
        var chain = new List<string>();
        for (var next = code; next is not null; next = Places.FirstOrDefault(place => place.Code == next)?.PartOf)
            chain.Add(next);
        if (Places.All(place => place.Code != code))
        {
            if (code.Length != 6 || !code.All(char.IsAsciiDigit) || Places.All(place => place.Code != $"{code[..2]}0000"))
                return null;
            chain = [.. new[] { code, $"{code[..4]}00", $"{code[..2]}0000" }.Distinct()];
        }

        chain.Add(WholeCountry);
        return chain;
    }

    public const string WholeCountry = "000000";
}
