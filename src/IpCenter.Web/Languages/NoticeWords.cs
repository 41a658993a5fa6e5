using System.Globalization;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Web.Languages;

/// <summary>Says a notice in words: number and title first, then what it names besides, codes and days in the language of the request.</summary>
public sealed class NoticeWords(Words words, ReferenceLibrary reference)
{
    private const int MostArguments = 6;

    private static readonly string[] First = ["number", "title"];

    public string Of(string template, IReadOnlyDictionary<string, string> arguments) => words.Notice(template,
    [
        .. First.Select(key => arguments.GetValueOrDefault(key, ""))
            .Concat(arguments.Where(a => !First.Contains(a.Key)).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => Say(a.Key, a.Value)))
            .Concat(Enumerable.Repeat("", MostArguments)).Take(MostArguments),
    ]);

    /// <summary>What kind of notice it is, in a few words.</summary>
    public string NameOf(string template) => words.Find("noticename", template) ?? template;

    private string Say(string key, string value) => key switch
    {
        "document" => reference.Documents.Find(value)?.Name.Here() ?? value,
        "deadline" => reference.Deadlines.Contains(value) ? reference.Deadlines[value].Name.Here() : value,
        "pauseReason" => reference.Pauses.NameOf(value).Here(),
        "due" or "until" or "was" => DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) ? DateText.Day(day) : value,
        _ => value,
    };
}
