using IpCenter.Casework.Clocks;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.ReferenceData;

/// <summary>Reads file by file, then checks what only several files together can show.</summary>
internal sealed class ReferenceReader(string root)
{
    private readonly ReferenceFolder _folder = new(root);

    public ReferenceReading Read()
    {
        var calendar = ReadCalendar();
        var deadlines = ReadDeadlines();
        var venues = ReadVenues();
        return _folder.Problems.Count > 0
            ? new ReferenceReading(null, _folder.Problems)
            : new ReferenceReading(new ReferenceLibrary { Calendar = calendar!, Deadlines = deadlines!, Venues = venues! }, []);
    }

    private WorkingCalendar? ReadCalendar()
    {
        var years = ReadAll<CalendarYear>("holidays", year => year.Faults());
        foreach (var (file, year) in years.Where(read => Path.GetFileNameWithoutExtension(read.File) != $"{read.Content.Year}"))
            _folder.Report(file, [new Fault("$.year", $"The file is named after another year than {year.Year}.")]);
        return _folder.Problems.Count == 0 ? new WorkingCalendar(years.Select(read => read.Content)) : null;
    }

    private DeadlineCatalogue? ReadDeadlines()
    {
        var rules = ReadAll<DeadlineFile>("deadlines", file => file.Faults())
            .SelectMany(read => read.Content.Rules.Select((rule, at) => (read.File, Path: $"$.rules[{at}].key", Rule: rule)))
            .ToList();
        foreach (var twice in rules.GroupBy(entry => entry.Rule.Key).SelectMany(group => group.Skip(1)))
            _folder.Report(twice.File, [new Fault(twice.Path, $"There is another rule '{twice.Rule.Key}'.")]);
        var known = rules.Select(entry => entry.Rule.Key).ToHashSet();
        _folder.Report("deadlines", DeadlineKeys.All.Where(key => !known.Contains(key)).Select(key => new Fault("$", $"The rule '{key}' is missing.")));
        return _folder.Problems.Count == 0 ? new DeadlineCatalogue(rules.Select(entry => entry.Rule)) : null;
    }

    private VenueDataSet? ReadVenues()
    {
        var set = _folder.Read<VenueSetFile>("venues/set.json");
        var courts = _folder.Read<VenueCourtsFile>("venues/courts.json");
        var rules = _folder.Read<VenueRulesFile>("venues/rules.json");
        if (set is null || courts is null || rules is null)
            return null;
        var check = new VenueDataCheck(set, courts, rules);
        _folder.Report("venues/set.json", check.SetFaults());
        _folder.Report("venues/courts.json", check.CourtFaults());
        _folder.Report("venues/rules.json", check.RuleFaults());
        return VenueDataSet.From(set, courts, rules);
    }

    private List<(string File, T Content)> ReadAll<T>(string folder, Func<T, IEnumerable<Fault>> faults)
        where T : class
    {
        var read = new List<(string, T)>();
        foreach (var file in _folder.Files(folder, "*.json"))
        {
            if (_folder.Read<T>(file) is not { } content)
                continue;
            _folder.Report(file, faults(content));
            read.Add((file, content));
        }

        return read;
    }
}
