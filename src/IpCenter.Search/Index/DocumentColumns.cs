using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpCenter.Search.Text;

namespace IpCenter.Search.Index;

/// <summary>The documents of a segment as columns: a query looks at numbers, and reads the texts of what it shows alone.</summary>
internal sealed class DocumentColumns
{
    /// <summary>In <see cref="Dates"/>: a document without a date.</summary>
    public const int NoDate = int.MinValue;

    private static readonly JsonSerializerOptions Short = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SegmentFile _file;
    private readonly StringTable _names, _titles, _stored;
    private readonly Lazy<string[][]> _audienceSets;
    private readonly Lazy<FacetValue[]> _facetValues;

    public DocumentColumns(SegmentFile file)
    {
        (_file, Count) = (file, file.Count<ulong>(Section.DocumentHashes));
        (_names, _titles, _stored) = (new(file, Section.DocumentNames, Count), new(file, Section.Titles, Count), new(file, Section.Stored, Count));
        _audienceSets = new(() => [.. Table(Section.AudienceSets).Select(set => set.Split('\n'))]);
        _facetValues = new(() => [.. Table(Section.FacetValues).Select(entry => entry.Split('\n', 2)).Select(parts => new FacetValue(parts[0], parts[1]))]);
    }

    public int Count { get; }

    /// <summary>Each distinct set of audiences once.</summary>
    public IReadOnlyList<string[]> AudienceSets => _audienceSets.Value;

    /// <summary>Of each document, its entry in <see cref="AudienceSets"/>.</summary>
    public ReadOnlySpan<int> AudienceSetOf => _file.Span<int>(Section.AudienceSetOf);

    /// <summary>Day numbers.</summary>
    public ReadOnlySpan<int> Dates => _file.Span<int>(Section.Dates);

    /// <summary>Each distinct value of a facet once.</summary>
    public IReadOnlyList<FacetValue> FacetValues => _facetValues.Value;

    public ReadOnlySpan<ulong> Hashes => _file.Span<ulong>(Section.DocumentHashes);

    public string Name(int document) => _names[document];

    public string Title(int document) => _titles[document];

    /// <summary>All titles in UTF-8, and in which bytes each of them is.</summary>
    public StringTable Titles => _titles;

    /// <summary>The text of a field, by its place in <see cref="TextFields.All"/>.</summary>
    public string TextOf(int document, int field) => field == 0 ? Title(document) : TextFields.TextOf(Stored(document), field);

    public DocumentFields Stored(int document) => JsonSerializer.Deserialize<DocumentFields>(_stored.Bytes(document), Short)
        ?? throw new IndexDamagedException(_file.Name, $"document {document} is empty");

    /// <summary>Where the facets of each document begin among <see cref="FacetOrdinals"/>, and where the last end.</summary>
    public ReadOnlySpan<int> FacetStarts => _file.Span<int>(Section.FacetStarts);

    /// <summary>Entries of <see cref="FacetValues"/>, document after document.</summary>
    public ReadOnlySpan<int> FacetOrdinals => _file.Span<int>(Section.FacetOrdinals);

    /// <summary>The document of a key, or -1.</summary>
    public int Find(string id)
    {
        var order = _file.Span<int>(Section.DocumentsByHash);
        var hashes = Hashes;
        var wanted = HashOf(id);
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hashes[order[middle]] < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < order.Length && hashes[order[low]] == wanted; low++)
            if (_names[order[low]] == id)
                return order[low];
        return -1;
    }

    public static ulong HashOf(string id) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    public static void Write(SegmentFileWriter writer, IReadOnlyList<DocumentFields> documents)
    {
        var count = documents.Count;
        ulong[] hashes = [.. documents.Select(document => HashOf(document.Id))];
        StringTable.Write(writer, Section.DocumentNames, documents.Select(document => document.Id), count);
        writer.Write<ulong>(Section.DocumentHashes, hashes);
        writer.Write<int>(Section.DocumentsByHash, [.. Enumerable.Range(0, count).OrderBy(document => hashes[document])]);
        var sets = Ordinals.Of(documents.Select(document => string.Join('\n', document.Audiences)));
        writer.Write<int>(Section.AudienceSetOf, sets.Places);
        StringTable.Write(writer, Section.AudienceSets, sets.Values, sets.Values.Count);
        writer.Write<int>(Section.Dates, [.. documents.Select(document => document.Date?.DayNumber ?? NoDate)]);
        var facets = documents.Select(document => document.Facets.SelectMany(facet => facet.Value.Select(value => $"{facet.Key}\n{value}")).ToList()).ToList();
        var values = Ordinals.Of(facets.SelectMany(entries => entries));
        StringTable.Write(writer, Section.FacetValues, values.Values, values.Values.Count);
        var starts = new int[count + 1];
        for (var document = 0; document < count; document++)
            starts[document + 1] = starts[document] + facets[document].Count;
        writer.Write<int>(Section.FacetStarts, starts);
        writer.Write<int>(Section.FacetOrdinals, values.Places);
        StringTable.Write(writer, Section.Titles, documents.Select(document => document.Title), count);
        StringTable.Write(writer, Section.Stored, documents.Select(document => JsonSerializer.Serialize(document, Short)), count);
    }

    // The number of texts stands nowhere: the first text begins where the table of their beginnings ends.
    private IEnumerable<string> Table(Section section)
    {
        var count = (int)_file.Span<uint>(section, 0, 1)[0] / sizeof(uint) - 1;
        var table = new StringTable(_file, section, count);
        return Enumerable.Range(0, count).Select(entry => table[entry]);
    }

    /// <summary>Distinct texts, and of each given one its place among them.</summary>
    private sealed record Ordinals(IReadOnlyList<string> Values, int[] Places)
    {
        public static Ordinals Of(IEnumerable<string> texts)
        {
            var (places, known) = (new List<int>(), new Dictionary<string, int>());
            foreach (var text in texts)
            {
                if (!known.TryGetValue(text, out var place))
                    known[text] = place = known.Count;
                places.Add(place);
            }
            return new Ordinals([.. known.OrderBy(entry => entry.Value).Select(entry => entry.Key)], [.. places]);
        }
    }
}

/// <summary>A value that documents can be narrowed to.</summary>
internal readonly record struct FacetValue(string Facet, string Value);
