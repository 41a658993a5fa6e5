using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace IpCenter.Casework.Letters.Word;

/// <summary>
/// Opens a Word file (ECMA-376, .docx) that a person sent in: small, without macros, and with nothing in it that fetches
/// something from elsewhere.
/// </summary>
internal static class WordFile
{
    public const int MostBytes = 4 << 20;

    private const long MostUnpacked = 32L << 20;
    private const int MostParts = 400;
    private const int MostDepth = 200;
    private const int MostCharactersInPart = 8 << 20;

    /// <summary>Why the file cannot be used; empty where it can be opened.</summary>
    public static IReadOnlyList<TemplateProblem> Check(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
            return [Blocking("too-large")];
        // The container of old Word files and of those with a password (MS-CFB 2.2).
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return [Blocking("old-or-protected")];
        try
        {
            return CheckParts(bytes) is { Count: > 0 } problems ? problems : CheckPackage(bytes);
        }
        catch (Exception e) when (e is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException or IOException or ArgumentException or UriFormatException)
        {
            return [Blocking("not-word")];
        }
    }

    public static WordprocessingDocument Open(MemoryStream bytes, bool isEditable) =>
        WordprocessingDocument.Open(bytes, isEditable, new OpenSettings { AutoSave = false, MaxCharactersInPart = MostCharactersInPart });

    /// <summary>What an archive says of its sizes may be untrue, so its parts are read through once.</summary>
    private static List<TemplateProblem> CheckParts(ReadOnlyMemory<byte> bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
            return [Blocking("too-large")];
        var left = MostUnpacked;
        var buffer = new byte[64 * 1024];
        foreach (var entry in archive.Entries)
        {
            using (var part = entry.Open())
                while (part.Read(buffer) is var read and > 0)
                    if ((left -= read) < 0)
                        return [Blocking("too-large")];
            if (IsXml(entry) && !IsReadable(entry))
                return [Blocking("not-word")];
        }
        return [];
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parts are read only when something asks for them: each is looked through here, without entities and not nested beyond reason.</summary>
    private static bool IsReadable(ZipArchiveEntry entry)
    {
        using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        while (xml.Read())
            if (xml.Depth > MostDepth)
                return false;
        return true;
    }

    private static List<TemplateProblem> CheckPackage(ReadOnlyMemory<byte> bytes)
    {
        using var document = Open(new MemoryStream(bytes.ToArray()), isEditable: false);
        if (document.MainDocumentPart?.Document?.Body is null)
            return [Blocking("not-word")];
        List<TemplateProblem> problems = [];
        foreach (var part in Parts(document))
        {
            if (part is VbaProjectPart)
                problems.Add(Blocking("macros"));
            if (part is EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or AlternativeFormatImportPart)
                problems.Add(Blocking("embedded"));
            if (part is WordprocessingCommentsPart { Comments: { } comments } && comments.HasChildren)
                problems.Add(Blocking("comments"));
            problems.AddRange(part.ExternalRelationships.Select(link => Blocking("external", link.Uri.OriginalString)));
        }
        return [.. problems.Distinct()];
    }

    private static IEnumerable<OpenXmlPart> Parts(WordprocessingDocument document)
    {
        var seen = new HashSet<OpenXmlPart>();
        var waiting = new Stack<OpenXmlPart>(document.Parts.Select(p => p.OpenXmlPart));
        while (waiting.TryPop(out var part))
        {
            if (!seen.Add(part))
                continue;
            yield return part;
            foreach (var child in part.Parts)
                waiting.Push(child.OpenXmlPart);
        }
    }

    private static TemplateProblem Blocking(string code, string what = "") => new(code, null, what, Blocks: true);
}
