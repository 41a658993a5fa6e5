using System.Runtime.InteropServices;

namespace IpCenter.Search.Text;

/// <summary>Counts occurrences in the visible documents of a segment, by text.</summary>
/// <param name="visible">By document, whether the viewer may find it.</param>
/// <param name="field">The only field that counts; <c>null</c> for all.</param>
internal sealed class TextCounts(bool[] visible, int? field)
{
    private float[]? _weights;
    private Dictionary<uint, int>? _byText;

    /// <summary>Counts each place.</summary>
    public void Add(ReadOnlySpan<uint> places)
    {
        foreach (var place in places)
        {
            if (!Counts(place))
                continue;
            _weights ??= Matches.NoneOf(visible.Length);
            ref var weight = ref _weights[WordPlace.DocumentOf(place)];
            weight = Math.Max(0, weight) + TextFields.WeightOf(WordPlace.FieldOf(place));
        }
    }

    /// <summary>Counts the places of one wording of several: in each text the most frequent one counts.</summary>
    public void AddWording(ReadOnlySpan<uint> places)
    {
        var here = new Dictionary<uint, int>();
        foreach (var place in places)
            if (Counts(place))
                CollectionsMarshal.GetValueRefOrAddDefault(here, WordPlace.TextOf(place), out _)++;
        if (_byText is null)
            _byText = here;
        else
            foreach (var (text, count) in here)
                _byText[text] = Math.Max(count, _byText.GetValueOrDefault(text));
    }

    /// <summary>The texts of places that count.</summary>
    public HashSet<uint> TextsOf(ReadOnlySpan<uint> places)
    {
        HashSet<uint> texts = [];
        foreach (var place in places)
            if (Counts(place))
                texts.Add(WordPlace.TextOf(place));
        return texts;
    }

    /// <summary>By document the sum of its occurrences, each by the weight of its field; <c>null</c> when there are none.</summary>
    public float[]? Weigh()
    {
        if (_byText is { Count: > 0 })
        {
            _weights ??= Matches.NoneOf(visible.Length);
            foreach (var (text, count) in _byText)
            {
                ref var weight = ref _weights[WordPlace.DocumentOfText(text)];
                weight = Math.Max(0, weight) + count * TextFields.WeightOf(WordPlace.FieldOfText(text));
            }
        }
        return _weights;
    }

    private bool Counts(uint place) => visible[WordPlace.DocumentOf(place)] && (field is null || WordPlace.FieldOf(place) == field);
}
