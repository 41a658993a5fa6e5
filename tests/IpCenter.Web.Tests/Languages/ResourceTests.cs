using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpCenter.Testing;

namespace IpCenter.Web.Tests.Languages;

/// <summary>Every text exists, in both languages, and takes as many arguments (some take one of a pair of bilingual values).</summary>
public sealed partial class ResourceTests
{
    private static readonly string Web = Repository.PathTo("src/IpCenter.Web");

    public static TheoryData<string> Areas { get; } =
        [.. Directory.GetFiles(Path.Combine(Web, "Resources"), "*.cs").Select(Path.GetFileNameWithoutExtension).Select(name => name!).Order()];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_languages_have_the_same_keys(string area) =>
        Assert.Equal(Read(area, "zh-CN").Keys.Order(StringComparer.Ordinal), Read(area, "en").Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_text_is_empty(string area) =>
        Assert.Empty(Read(area, "zh-CN").Concat(Read(area, "en")).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_languages_take_as_many_arguments(string area)
    {
        var english = Read(area, "en");

        var different = Read(area, "zh-CN")
            .Where(text => ArgumentsOf(text.Value).Count != ArgumentsOf(english.GetValueOrDefault(text.Key, "")).Count)
            .Select(text => text.Key);

        Assert.Empty(different);
    }

    [Fact]
    public void Every_key_that_a_page_writes_out_exists()
    {
        List<string> missing = [];
        foreach (var file in Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (Match inject in Injection().Matches(text))
            {
                var keys = Read(inject.Groups["area"].Value, "en").Keys.ToHashSet();
                missing.AddRange(Regex.Matches(text, $@"\b{inject.Groups["name"].Value}\[""(?<key>[^""{{}}]+)""")
                    .Select(use => use.Groups["key"].Value)
                    .Where(key => !keys.Contains(key))
                    .Select(key => $"{Path.GetRelativePath(Web, file)}: {inject.Groups["area"].Value}.{key}"));
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_violation_that_a_form_model_names_has_words()
    {
        var words = Read("Domain", "en").Keys.ToHashSet();

        var missing = Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => ErrorMessage().Matches(File.ReadAllText(file)).Select(m => m.Groups["code"].Value))
            .Where(code => !words.Contains($"violation.{code}"));

        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Read(string area, string language) =>
        XDocument.Load(Path.Combine(Web, "Resources", $"{area}.{language}.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "");

    private static HashSet<string> ArgumentsOf(string text) => [.. Argument().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"@inject IStringLocalizer<(?:Resources\.)?(?<area>\w+)> (?<name>\w+)")]
    private static partial Regex Injection();

    [GeneratedRegex(@"ErrorMessage = ""(?<code>[^"":]+)")]
    private static partial Regex ErrorMessage();
}
