using System.Collections.Frozen;
using IpCenter.Casework.Letters.Word;

namespace IpCenter.Casework.Letters;

/// <summary>The templates that come with the application (<c>data/letters</c>): in force until the centre publishes its own.</summary>
public sealed class BuiltInLetters
{
    private readonly FrozenDictionary<(LetterKind, LetterLanguage), byte[]> _files;

    private BuiltInLetters(Dictionary<(LetterKind, LetterLanguage), byte[]> files) => _files = files.ToFrozenDictionary();

    public ReadOnlyMemory<byte> this[LetterKind kind, LetterLanguage language] => _files[(kind, language)];

    public static string FileName(LetterKind kind, LetterLanguage language) => $"{kind}.{(language == LetterLanguage.Chinese ? "zh-CN" : "en")}.docx";

    /// <summary>Reads all of them strictly: either the set, or every reason why not.</summary>
    public static (BuiltInLetters? Letters, IReadOnlyList<string> Problems) Read(string folder)
    {
        List<string> problems = [];
        Dictionary<(LetterKind, LetterLanguage), byte[]> files = [];
        foreach (var kind in Enum.GetValues<LetterKind>())
            foreach (var language in Enum.GetValues<LetterLanguage>())
            {
                var name = FileName(kind, language);
                var path = Path.Combine(folder, name);
                if (!File.Exists(path))
                {
                    problems.Add($"{name}: The file is missing.");
                    continue;
                }
                var bytes = files[(kind, language)] = File.ReadAllBytes(path);
                problems.AddRange(LetterTemplateFile.Read(bytes, kind).Problems.Select(p => $"{name} {p.Place}: {p.Code} {p.What}"));
            }
        return problems.Count == 0 ? (new BuiltInLetters(files), []) : (null, problems);
    }
}
