namespace IpCenter.Casework.ReferenceData;

/// <summary>
/// Words that a search treats as one, from <c>data/synonyms/*.txt</c>: one group a line, the usual word first,
/// separated by <c>·</c>; <c>#</c> begins a comment.
/// </summary>
public sealed record SynonymGroups(IReadOnlyList<IReadOnlyList<string>> Groups)
{
    public const char Separator = '·';

    /// <summary>The groups of one file, and the lines that cannot be used.</summary>
    internal static (IReadOnlyList<IReadOnlyList<string>> Groups, IReadOnlyList<Fault> Faults) Parse(IReadOnlyList<string> lines, ISet<string> seen)
    {
        var groups = new List<IReadOnlyList<string>>();
        var faults = new List<Fault>();
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var words = line.Split(Separator, StringSplitOptions.TrimEntries);
            if (words.Length < 2 || words.Any(word => word.Length == 0))
                faults.Add(new Fault($"line {at + 1}", "A group has two or more words between middle dots."));
            faults.AddRange(words.Where(word => word.Length > 0 && !seen.Add(word)).Select(word => new Fault($"line {at + 1}", $"'{word}' stands in another group or twice.")));
            groups.Add(words);
        }

        return (groups, faults);
    }
}
