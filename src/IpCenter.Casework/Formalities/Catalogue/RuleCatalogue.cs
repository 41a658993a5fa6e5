using System.Collections.Frozen;

namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>The rules of the formality check with their wording, and the word lists. Made by <see cref="RuleCatalogueReader"/> only.</summary>
public sealed class RuleCatalogue
{
    private readonly FrozenDictionary<string, FormalityRule> _rules;
    private readonly FrozenDictionary<string, WordList> _words;
    private readonly FrozenDictionary<string, int> _order;

    internal RuleCatalogue(string version, IReadOnlyList<FormalityRule> rules, IReadOnlyList<WordList> words)
    {
        Version = version;
        Rules = rules;
        _rules = rules.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
        _order = rules.Index().ToFrozenDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);
        _words = words.ToFrozenDictionary(list => list.Id, StringComparer.Ordinal);
    }

    /// <summary>The version that a decision names.</summary>
    public string Version { get; }

    /// <summary>In the order of the file, which is the order of reading.</summary>
    public IReadOnlyList<FormalityRule> Rules { get; }

    public FormalityRule Rule(string id) => _rules[id];

    public IReadOnlyList<string> Words(string listId) => _words[listId].Words;

    internal int OrderOf(string ruleId) => _order[ruleId];
}
