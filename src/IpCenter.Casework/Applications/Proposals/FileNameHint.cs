using System.Text.RegularExpressions;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>The view that a file's name says: <c>主视图.jpg</c>, <c>front.jpg</c>, <c>skirt_left_2.JPG</c>. A camera's number says nothing.</summary>
public static partial class FileNameHint
{
    private static readonly IReadOnlyList<(string Name, ViewKind Kind)> Chinese =
        [.. Names().Where(name => name.Name.Any(letter => letter > 0x7F)).OrderByDescending(name => name.Name.Length)];

    private static readonly Dictionary<string, ViewKind> English =
        Names().Where(name => name.Name.All(char.IsAsciiLetter)).ToDictionary(name => name.Name, name => name.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>null</c> when the name says nothing, or two things.</summary>
    public static ViewKind? Of(string fileName)
    {
        var bare = Path.GetFileNameWithoutExtension(fileName);
        var rest = bare;
        var kinds = new HashSet<ViewKind>();
        foreach (var (name, kind) in Chinese)
        {
            if (!rest.Contains(name, StringComparison.Ordinal))
                continue;
            kinds.Add(kind);
            rest = rest.Replace(name, " ", StringComparison.Ordinal);
        }
        foreach (var word in Words().Matches(rest).Select(match => match.Value))
            if (English.TryGetValue(word, out var kind))
                kinds.Add(kind);
        return kinds.Count == 1 ? kinds.Single() : null;
    }

    private static IEnumerable<(string Name, ViewKind Kind)> Names() =>
        ViewNames.All.SelectMany(view => view.Synonyms.Concat(view.Aliases).Append(view.Name.Zh), (view, name) => (name, view.Kind)).Distinct();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
