using System.Globalization;
using System.Text.Json;
using IpCenter.Casework.Letters;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;

namespace IpCenter.Web.Languages;

/// <summary>
/// Says an entry of the audit trail in words. The details of an entry come in the order in which they were recorded;
/// those that are codes (a stage, an outcome, a court) are named in the language of the request.
/// </summary>
public sealed class AuditWords(Words words, ReferenceLibrary reference)
{
    public string Of(string action, string detailJson)
    {
        var details = JsonSerializer.Deserialize<Dictionary<string, string>>(detailJson) ?? [];
        // Details that were not known are not recorded: their places stay empty.
        object[] named = ["", "", "", ""];
        foreach (var (at, detail) in details.Take(named.Length).Index())
            named[at] = Name(detail.Key, detail.Value);
        return words.Action(action, named);
    }

    private string Name(string key, string value) => key switch
    {
        "stage" => words.Stage(value),
        "task" => words.Task(value),
        "outcome" => words.Outcome(value),
        "queue" => words.Queue(value),
        "skills" => string.Join(Language.IsEnglish ? ", " : "、", value.Split(' ').Select(Skill)),
        "view" or "from" => words.View(value.TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9')),
        "power" => words.Of("power", value),
        "judgement" => words.Of("judgement", value),
        "sign" => words.Of("sign", value),
        "finding" => words.Of("signfinding", value),
        "stratum" => reference.Sample.NameOf(value).Here(),
        "result" => words.Of("draw", value),
        "codes" => string.Join(Language.IsEnglish ? "; " : "；", value.Split(' ').Select(code => reference.Sample.Reason(code)?.Text.Here() ?? code)),
        "entry" => words.Of("rightentry", value),
        "document" => reference.Documents.Find(value)?.Name.Here() ?? value,
        "notice" => words.Find("noticename", value) ?? value,
        "pauseReason" => reference.Pauses.NameOf(value).Here(),
        "deadline" => reference.Deadlines.Contains(value) ? reference.Deadlines[value].Name.Here() : value,
        "day" or "newDay" or "untilDay" or "wasDay" or "dueDay" => DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) ? DateText.Day(day) : value,
        "reason" => LeaveReasons.Of(value).Here(),
        "roles" => string.Join(Language.IsEnglish ? ", " : "、", value.Split(' ').Select(words.Role)),
        "missing" => string.Join(Language.IsEnglish ? ", " : "、", value.Split(' ').Select(part => words.Of("dossierpart", part))),
        "court" or "proposed" => reference.Venues.Courts.FirstOrDefault(c => c.Id == value)?.Name.Here() ?? value,
        _ => value,
    };

    /// <summary>A class with a level, as the trail keeps it: <c>02-02:Practised</c>.</summary>
    private static string Skill(string part) =>
        part.Split(':') is [var code, var level] && Enum.TryParse<SkillLevel>(level, out var known) ? $"{code} {AllocationWording.Level(known).Here()}" : part;
}
