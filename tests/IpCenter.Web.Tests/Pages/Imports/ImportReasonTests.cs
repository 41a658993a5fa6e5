using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpCenter.Testing;

namespace IpCenter.Web.Tests.Pages.Imports;

/// <summary>Whatever an import can say, it says in words.</summary>
public sealed partial class ImportReasonTests
{
    [Fact]
    public void Every_reason_of_a_row_a_note_or_a_stop_has_words()
    {
        var code = CodeOf("*.cs");
        var needed = Problems().Matches(code).Select(m => $"problem.{m.Groups[1].Value}").Concat(Notes().Matches(code).Select(m => $"note.{m.Groups[1].Value}"))
            .Concat(Stops().Matches(code).Select(m => $"stopped.{m.Groups[1].Value}")).Distinct().ToList();
        string[] several = ["problem.row.open-quote", "problem.picture.missing", "problem.picture.several", "problem.date.impossible", "stopped.disk-full", "stopped.unexpected", "stopped.person"];

        Assert.True(needed.Count > 30, $"Only {needed.Count} codes were found.");
        Assert.Empty(needed.Concat(several).Except(KeysOf("Imports")));
    }

    [Fact]
    public void Every_refusal_of_files_has_words()
    {
        var needed = Refusals().Matches(CodeOf("*.cs")).Select(m => $"violation.{m.Groups[1].Value}").Distinct().ToList();

        Assert.True(needed.Count > 15, $"Only {needed.Count} codes were found.");
        Assert.Empty(needed.Except(KeysOf("Domain")));
    }

    private static string CodeOf(string pattern) => string.Concat(((string[])["src/IpCenter.Casework/Imports", "src/IpCenter.Web/Pages/Imports"])
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathTo(folder), pattern)).Select(File.ReadAllText));

    private static HashSet<string> KeysOf(string area) =>
        [.. XDocument.Load(Repository.PathTo($"src/IpCenter.Web/Resources/{area}.zh-CN.resx")).Descendants("data").Select(d => d.Attribute("name")!.Value)];

    [GeneratedRegex("ImportProblem\\.(?:At|Warning)\\([^\"]*\"([a-z.-]+)\"")]
    private static partial Regex Problems();

    [GeneratedRegex("(?:notes\\.Add\\(new\\(|, new\\()\"((?:archive|table)\\.[a-z-]+)\"")]
    private static partial Regex Notes();

    [GeneratedRegex("ImportInterruptedException\\(\"([a-z-]+)\"")]
    private static partial Regex Stops();

    [GeneratedRegex("\"(import\\.[a-z.-]+)\"")]
    private static partial Regex Refusals();
}
