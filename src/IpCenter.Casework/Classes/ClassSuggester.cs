using System.Text;

namespace IpCenter.Casework.Classes;

/// <summary>
/// Suggests subclasses from the words of a product name or its use. The longest term wins over those inside it,
/// and a term at the end of a phrase counts double, because the head of a Chinese noun stands last:
/// 马面裙面料 is a fabric, 面料马面裙 a skirt.
/// </summary>
public sealed class ClassSuggester
{
    private readonly LocarnoCatalogue _catalogue;
    private readonly List<(string Form, string Word, ClassTerm Term)> _terms;

    public ClassSuggester(LocarnoCatalogue catalogue, IEnumerable<ClassTerm> terms)
    {
        _catalogue = catalogue;
        _terms =
        [
            .. terms.SelectMany(term => term.Words.Select(word => (Form: Fold(word), Word: word, Term: term)))
                .OrderByDescending(entry => entry.Form.Length),
        ];
    }

    /// <summary>At most <paramref name="most"/> subclasses, the best first; none when no word is known.</summary>
    public IReadOnlyList<ClassSuggestion> Suggest(string words, int most = 5)
    {
        var text = Fold(words);
        var taken = new (int Start, int End)?[text.Length];
        var found = new List<(ClassTerm Term, string Word, int Score)>();
        foreach (var (form, word, term) in _terms)
            foreach (var start in Occurrences(text, form))
                if (Claim(taken, start, start + form.Length))
                    found.Add((term, word, Weight(text, start, form)));
        return
        [
            .. found.GroupBy(hit => hit.Term.Code)
                .Select(group => new ClassSuggestion(
                    _catalogue.Find(group.Key) ?? throw new InvalidOperationException($"The terms name the unknown subclass {group.Key}."),
                    group.Sum(hit => hit.Score),
                    [.. group.Select(hit => hit.Word).Distinct()],
                    group.First().Term.Hint))
                .OrderByDescending(suggestion => suggestion.Score).ThenBy(suggestion => suggestion.Subclass.Code, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('-', ' ');

    /// <summary>A single character means something only as the head of a phrase: 床 in 木床, not in 床头.</summary>
    private static IEnumerable<int> Occurrences(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
            if (!IsInsideLatinWord(text, at, form) && (form.Length > 1 || EndsPhrase(text, at + 1)))
                yield return at;
    }

    private static bool IsInsideLatinWord(string text, int at, string form) =>
        (char.IsAsciiLetterOrDigit(form[0]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
        || (char.IsAsciiLetterOrDigit(form[^1]) && at + form.Length < text.Length && char.IsAsciiLetter(text[at + form.Length]) && !IsPlural(text, at + form.Length));

    private static bool IsPlural(string text, int at) => text[at] == 's' && (at + 1 == text.Length || !char.IsAsciiLetter(text[at + 1]));

    /// <summary>A stretch of text counts for one term only, or for several that cover exactly it (发簪 in two subclasses).</summary>
    private static bool Claim((int Start, int End)?[] taken, int start, int end)
    {
        for (var at = start; at < end; at++)
            if (taken[at] is { } other && other != (start, end))
                return false;
        Array.Fill(taken, (start, end), start, end - start);
        return true;
    }

    private static int Weight(string text, int start, string form)
    {
        // A Latin word says about as much as two Chinese characters.
        var length = char.IsAscii(form[0]) ? 2 * form.Split(' ').Length : form.Length;
        return EndsPhrase(text, start + form.Length) ? 2 * length : length;
    }

    private static bool EndsPhrase(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
