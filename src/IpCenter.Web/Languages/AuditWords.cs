using System.Text.Json;
using IpCenter.Casework.ReferenceData;

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
        "view" or "from" => words.View(value.TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9')),
        "judgement" => words.Of("judgement", value),
        "reason" => words.Find("leavereason", value) ?? value,
        "roles" => string.Join(Language.IsEnglish ? ", " : "、", value.Split(' ').Select(words.Role)),
        "court" or "proposed" => reference.Venues.Courts.FirstOrDefault(c => c.Id == value)?.Name.Here() ?? value,
        _ => value,
    };
}
