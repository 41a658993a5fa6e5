namespace IpCenter.Search.Index;

/// <summary>The parts of a segment file. Their numbers are in the files: never change one, only add.</summary>
internal enum Section
{
    /// <summary>Visual words that occur, ascending, 16 bits each; empty when <see cref="ListLengths"/> names every word.</summary>
    ListWords = 1,

    /// <summary>Where the lists of the words named begin among the postings, and where the last ends, 32 bits each.</summary>
    ListStarts = 2,

    /// <summary>Low 64 bits of each posting's signature.</summary>
    SignaturesLow = 3,

    /// <summary>High 32 bits of each posting's signature.</summary>
    SignaturesHigh = 4,

    /// <summary>The view of each posting, 16 bits.</summary>
    PostingViews = 5,

    /// <summary>Place, size and direction of each posting, 8 bits each of x, y, scale, angle.</summary>
    Geometry = 6,

    /// <summary>Of each view: its document, width, height, number of features (<see cref="ViewEntry"/>).</summary>
    Views = 7,

    /// <summary>The host's keys of the views.</summary>
    ViewNames = 8,

    /// <summary>The signs of each view's layout, 512 bits.</summary>
    LayoutBits = 9,

    /// <summary>The sizes of each view's layout, three planes of 512 bits.</summary>
    LayoutSizes = 10,

    /// <summary>Each view's embedding, 8 bits a value; empty when none is configured.</summary>
    Embeddings = 11,

    /// <summary>The host's keys of the documents.</summary>
    DocumentNames = 12,

    /// <summary>A hash of each document's key, 64 bits.</summary>
    DocumentHashes = 13,

    /// <summary>Documents in the order of their hashes, 32 bits each.</summary>
    DocumentsByHash = 14,

    /// <summary>The set of audiences of each document, 32 bits.</summary>
    AudienceSetOf = 15,

    /// <summary>The sets of audiences, names separated by line feeds.</summary>
    AudienceSets = 16,

    /// <summary>Day number of each document's date, 32 bits; the least number for none.</summary>
    Dates = 17,

    /// <summary>Facets with their values, separated by a line feed.</summary>
    FacetValues = 18,

    /// <summary>Where the facets of each document begin among <see cref="FacetOrdinals"/>, 32 bits, and where the last end.</summary>
    FacetStarts = 19,

    /// <summary>Entries of <see cref="FacetValues"/>, 32 bits.</summary>
    FacetOrdinals = 20,

    /// <summary>The title of each document.</summary>
    Titles = 21,

    /// <summary>Lengths of the lists of all words, 16 bits each, when they are not named.</summary>
    ListLengths = 23,

    /// <summary>Everything of each document but its pictures, as JSON.</summary>
    Stored = 22,

    /// <summary>The words of the texts, in the order of their UTF-8 bytes.</summary>
    Words = 30,

    /// <summary>Where the places of each word begin among <see cref="WordPlaces"/>, 32 bits, and where the last end.</summary>
    WordStarts = 31,

    /// <summary>Places of the words in the texts, 32 bits each: document, field, number of the word (<see cref="Text.WordPlace"/>).</summary>
    WordPlaces = 32
}
