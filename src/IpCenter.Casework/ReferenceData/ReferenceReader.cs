using System.Globalization;
using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Classes;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Fees;
using IpCenter.Casework.Festivals;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.Quality;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.ReferenceData;

/// <summary>Reads file by file, then checks what only several files together can show.</summary>
internal sealed class ReferenceReader(string root)
{
    private readonly ReferenceFolder _folder = new(root);

    public ReferenceReading Read()
    {
        var years = ReadYears();
        var rules = ReadRules();
        var venues = ReadVenues();
        var locarno = Read<LocarnoFile>("locarno/classification.json", file => file.Faults());
        var terms = Read<ClassTermFile>("locarno/terms.json", file => locarno is null ? [] : file.Faults(locarno));
        var fees = Read<FeeFile>("fees/cnipa-design.json", file => file.Faults());
        var reminders = Read<FeeReminderPlan>("fees/reminders.json", file => file.Faults());
        var documents = Read<DocumentFile>("documents.json", file => file.Faults(rules));
        var notices = Read<NoticeFile>("notices.json", file => file.Faults());
        var pauses = Read<PauseReasonFile>("pauses.json", file => file.Faults(rules));
        var statutory = Read<StatutoryHolidays>("statutory-holidays.json", file => file.Faults());
        var festivals = ReadAll<FestivalFile>("festivals", file => file.Faults());
        var platforms = Read<PlatformFile>("platforms/platforms.json", file => file.Faults());
        var recordals = Read<RecordalRules>("recordal/criteria.json", file => file.Faults());
        var synonyms = ReadSynonyms();
        var desk = Read<DeskSettings>("desk/desk.json", file => file.Faults(rules));
        var signs = Read<SignSettings>("desk/signs.json", file => file.Faults());
        var sample = Read<SampleSettings>("desk/sample.json", file => locarno is null ? [] : file.Faults(locarno.Subclasses.Select(subclass => subclass.Code).ToHashSet()));
        var center = Read<Center>("center.json", file => locarno is null
            ? []
            : file.Faults(rules, locarno.Subclasses.Select(subclass => subclass.Code).ToHashSet()));
        if (_folder.Problems.Count > 0)
            return new ReferenceReading(null, _folder.Problems);

        var catalogue = new LocarnoCatalogue(locarno!);
        return new ReferenceReading(
            new ReferenceLibrary
            {
                Center = center!,
                Calendars = new CalendarShelf(years),
                Deadlines = new DeadlineCatalogue(rules.Values.Select(rule => Configured(rule, center!))),
                Venues = venues!,
                Locarno = catalogue,
                ClassSuggester = new ClassSuggester(catalogue, terms!.Terms),
                Fees = new FeeSchedule(fees!),
                FeeReminders = reminders!,
                Documents = new DocumentKinds(documents!),
                FormalNotices = notices!.Formal.ToHashSet(),
                StatutoryHolidays = statutory!,
                Pauses = new PauseReasons(pauses!.Reasons, pauses.LongestTogether),
                Festivals = new FestivalCalendar(festivals.SelectMany(read => read.Content.Windows)),
                Platforms = new PlatformList(platforms!.Platforms),
                Recordals = recordals!,
                Synonyms = synonyms,
                Desk = desk!,
                Signs = signs!,
                Sample = sample!,
            },
            []);
    }

    private static DeadlineRule Configured(DeadlineRule rule, Center center) =>
        center.Targets.FirstOrDefault(target => target.Key == rule.Key) is { } target ? rule with { Length = target.Length } : rule;

    private IReadOnlyList<CalendarYear> ReadYears()
    {
        var years = ReadAll<CalendarYear>("holidays", year => year.Faults());
        foreach (var (file, year) in years)
            if (Path.GetFileNameWithoutExtension(file) != year.Year.ToString(CultureInfo.InvariantCulture))
                _folder.Report(file, [new Fault("$.year", $"The file is named after another year than {year.Year}.")]);
        return [.. years.Select(read => read.Content)];
    }

    private Dictionary<string, DeadlineRule> ReadRules()
    {
        var rules = new Dictionary<string, DeadlineRule>(StringComparer.Ordinal);
        foreach (var (file, content) in ReadAll<DeadlineFile>("deadlines", file => file.Faults()))
            for (var at = 0; at < content.Rules.Count; at++)
                if (!rules.TryAdd(content.Rules[at].Key, content.Rules[at]))
                    _folder.Report(file, [new Fault($"$.rules[{at}].key", $"There is another rule '{content.Rules[at].Key}'.")]);
        _folder.Report("deadlines", DeadlineKeys.All.Where(key => !rules.ContainsKey(key)).Select(key => new Fault("$", $"The rule '{key}' is missing.")));
        return rules;
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

    private SynonymGroups ReadSynonyms()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var groups = new List<IReadOnlyList<string>>();
        foreach (var file in _folder.Files("synonyms", "*.txt"))
        {
            var (read, faults) = SynonymGroups.Parse(_folder.Lines(file), seen);
            _folder.Report(file, faults);
            groups.AddRange(read);
        }

        return new SynonymGroups(groups);
    }

    private T? Read<T>(string file, Func<T, IEnumerable<Fault>> faults)
        where T : class
    {
        if (_folder.Read<T>(file) is not { } content)
            return null;
        _folder.Report(file, faults(content));
        return content;
    }

    private List<(string File, T Content)> ReadAll<T>(string folder, Func<T, IEnumerable<Fault>> faults)
        where T : class =>
        [.. _folder.Files(folder, "*.json").Select(file => (file, Content: Read(file, faults)!)).Where(read => read.Content is not null)];
}
