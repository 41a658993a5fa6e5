using System.Text.Json;
using System.Text.RegularExpressions;
using IpCenter.Casework.Formalities.Checks;

namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>
/// Reads the rule catalogue (<c>design-application.json</c>) and the word lists (<c>words.json</c>). A file that is malformed,
/// or that does not word a defect which the check can report, is refused with all reasons.
/// </summary>
public static partial class RuleCatalogueReader
{
    public const string RulesFile = "design-application.json";
    public const string WordsFile = "words.json";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["block"] = Severity.Block,
        ["warn"] = Severity.Warn,
        ["info"] = Severity.Info,
    };

    private static readonly Dictionary<string, Decider> Deciders = new(StringComparer.Ordinal)
    {
        ["software"] = Decider.Software,
        ["officer"] = Decider.Officer,
        ["both"] = Decider.Both,
    };

    private static readonly Dictionary<string, OnSubmission> Effects = new(StringComparer.Ordinal)
    {
        ["blocks"] = OnSubmission.Blocks,
        ["supply-later"] = OnSubmission.SupplyLater,
        ["proceeds"] = OnSubmission.Proceeds,
    };

    /// <summary>Reads both files of a folder.</summary>
    public static CatalogueResult ReadFolder(string folder)
    {
        var problems = new List<CatalogueProblem>();
        foreach (var file in new[] { RulesFile, WordsFile }.Where(file => !File.Exists(Path.Combine(folder, file))))
            problems.Add(new CatalogueProblem(file, $"was not found in {folder}"));
        return problems.Count > 0
            ? new CatalogueResult(null, problems)
            : Read(File.ReadAllText(Path.Combine(folder, RulesFile)), File.ReadAllText(Path.Combine(folder, WordsFile)));
    }

    /// <summary>Reads the two texts.</summary>
    public static CatalogueResult Read(string rulesJson, string wordsJson)
    {
        var problems = new List<CatalogueProblem>();
        var (version, rules) = ReadRules(rulesJson, problems);
        var words = ReadWords(wordsJson, problems);
        return problems.Count > 0
            ? new CatalogueResult(null, problems)
            : new CatalogueResult(new RuleCatalogue(version, rules, words), []);
    }

    private static (string Version, List<FormalityRule> Rules) ReadRules(string json, List<CatalogueProblem> problems)
    {
        var rules = new List<FormalityRule>();
        var version = "";
        WithRoot(json, "rules", problems, root =>
        {
            version = root.Text("version");
            root.Text("about");
            foreach (var part in root.Objects("rules"))
                rules.Add(ReadRule(part));
            root.RefuseOthers();
            foreach (var id in rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1))
                root.Complain($"rule {id.Key} is there more than once");
            RequireWordings(root, rules);
        });
        return (version, rules);
    }

    private static FormalityRule ReadRule(JsonPart part)
    {
        var severity = part.Choice("severity", Severities) ?? Severity.Info;
        var effect = part.Choice("onSubmission", Effects) ?? OnSubmission.Proceeds;
        var decider = part.Choice("decidedBy", Deciders) ?? Decider.Officer;
        RequireConsistent(part, severity, effect);
        var cases = new Dictionary<string, DefectWording>(StringComparer.Ordinal);
        foreach (var (name, body) in part.Object("cases", required: false)?.Members() ?? [])
            cases[name] = ReadCase(body, severity, effect);
        var rule = new FormalityRule
        {
            Id = part.Text("id"),
            Title = ReadBilingual(part, "title"),
            Severity = severity,
            OnSubmission = effect,
            DecidedBy = decider,
            Citation = new Citation(ReadBilingual(part, "basis"), part.Text("source"), part.Share("confidence")),
            Message = ReadBilingual(part, "message"),
            Fix = ReadBilingual(part, "fix"),
            Question = part.Object("question", required: decider != Decider.Software) is { } question ? ReadBilingual(question) : null,
            Cases = cases,
        };
        part.RefuseOthers();
        return rule;
    }

    private static DefectWording ReadCase(JsonPart part, Severity ruleSeverity, OnSubmission ruleEffect)
    {
        var severity = part.Choice("severity", Severities, required: false) ?? ruleSeverity;
        var effect = part.Choice("onSubmission", Effects, required: false)
            ?? (severity == Severity.Block ? ruleEffect : OnSubmission.Proceeds);
        RequireConsistent(part, severity, effect);
        var wording = new DefectWording(ReadBilingual(part, "message"), ReadBilingual(part, "fix"), severity, effect);
        part.RefuseOthers();
        return wording;
    }

    /// <summary>What holds a submission up must be a block: a person who reads "warning" expects to get through.</summary>
    private static void RequireConsistent(JsonPart part, Severity severity, OnSubmission effect)
    {
        if (effect == OnSubmission.Blocks && severity != Severity.Block)
            part.Complain("onSubmission \"blocks\" needs the severity \"block\"");
    }

    private static void RequireWordings(JsonPart root, List<FormalityRule> rules)
    {
        foreach (var defect in Defects.All)
        {
            var wording = rules.FirstOrDefault(rule => rule.Id == defect.RuleId)?.Cases.GetValueOrDefault(defect.Case);
            if (wording is null)
                root.Complain($"rule {defect.RuleId} does not word the case {defect.Case}");
            else
                RequirePlaceholders(root, defect, wording);
        }
        foreach (var rule in rules)
            foreach (var name in rule.Cases.Keys.Where(name => !Defects.All.Any(defect => defect.RuleId == rule.Id && defect.Case == name)))
                root.Complain($"rule {rule.Id} words the case {name}, which no check reports");
    }

    private static void RequirePlaceholders(JsonPart root, Defect defect, DefectWording wording)
    {
        string[] texts = [wording.Message.Zh, wording.Message.En, wording.Fix.Zh, wording.Fix.En];
        foreach (var name in texts.SelectMany(text => Placeholder().Matches(text)).Select(match => match.Groups[1].Value).Distinct().Except(defect.Arguments))
            root.Complain($"rule {defect.RuleId}, case {defect.Case}: {{{name}}} is not among {string.Join(", ", defect.Arguments)}");
    }

    private static List<WordList> ReadWords(string json, List<CatalogueProblem> problems)
    {
        var lists = new List<WordList>();
        WithRoot(json, "words", problems, root =>
        {
            root.Text("about");
            foreach (var part in root.Objects("lists"))
            {
                lists.Add(new WordList(part.Text("id"), part.Text("source"), [.. part.Texts("words").Select(ChineseText.Normal)]));
                part.RefuseOthers();
            }
            root.RefuseOthers();
            foreach (var id in lists.GroupBy(list => list.Id).Where(group => group.Count() > 1))
                root.Complain($"list {id.Key} is there more than once");
            foreach (var id in WordListIds.All.Except(lists.Select(list => list.Id)))
                root.Complain($"list {id} is missing");
        });
        return lists;
    }

    private static void WithRoot(string json, string name, List<CatalogueProblem> problems, Action<JsonPart> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                read(new JsonPart(document.RootElement, name, problems));
            else
                problems.Add(new CatalogueProblem(name, "must be an object"));
        }
        catch (JsonException problem)
        {
            problems.Add(new CatalogueProblem(name, $"is not JSON: {problem.Message}"));
        }
    }

    private static Bilingual ReadBilingual(JsonPart part, string name) =>
        part.Object(name) is { } both ? ReadBilingual(both) : Bilingual.Same("");

    private static Bilingual ReadBilingual(JsonPart both)
    {
        var text = new Bilingual(both.Text("zh"), both.Text("en"));
        both.RefuseOthers();
        return text;
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
