namespace IpCenter.Search.Index;

/// <summary>Reads a whole segment: every checksum, and whether its parts fit together.</summary>
internal static class SegmentInspection
{
    /// <param name="segment">To read.</param>
    /// <param name="deleted">Its documents that no longer count.</param>
    /// <param name="known">Documents that count and the segment that holds them; those of this one are added.</param>
    /// <param name="problems">What is found is added.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IndexDamagedException">Bytes were changed.</exception>
    public static void Check(Segment segment, DocumentSet deleted, Dictionary<string, string> known, List<string> problems, CancellationToken cancellation)
    {
        segment.Check(anew: true, cancellation);
        var documents = segment.Documents;
        for (var document = 0; document < documents.Count; document++)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = documents.Name(document);
            if (documents.Find(name) != document)
                problems.Add($"{segment.Name}: document {document} is not found by its key {name}");
            if (documents.Stored(document).Id != name)
                problems.Add($"{segment.Name}: the texts of document {document} are of another one");
            if (!deleted[document] && !known.TryAdd(name, segment.Name))
                problems.Add($"{segment.Name}: document {name} is in {known[name]} too");
        }
        foreach (var view in segment.Views)
            if (view.Document >= documents.Count)
                problems.Add($"{segment.Name}: a picture of document {view.Document}, of {documents.Count}");
        for (var word = 0; word < segment.Words.Count; word++)
        {
            if (word > 0 && segment.Words[word - 1].SequenceCompareTo(segment.Words[word]) >= 0)
                problems.Add($"{segment.Name}: word {word} is not in its order");
            foreach (var place in segment.Words.PlacesOf(word, word + 1))
                if (Text.WordPlace.DocumentOf(place) >= documents.Count)
                    problems.Add($"{segment.Name}: a place of word {word} is in document {Text.WordPlace.DocumentOf(place)}, of {documents.Count}");
        }
    }
}
