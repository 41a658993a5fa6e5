using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Evidence;

/// <summary>One file of the payload; the path lies below <c>data/</c> and uses <c>/</c>.</summary>
public sealed record BagFile(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Writes a bag as a ZIP (RFC 8493, BagIt 1.0): the payload with a SHA-256 of every file, and a SHA-256 of every file
/// that describes it, below one folder. Whoever receives it can check it without this software.
/// </summary>
public static class BagItBag
{
    private const string Declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /// <param name="folder">Name of the one folder at the top.</param>
    /// <param name="info">Lines of <c>bag-info.txt</c>; size and date are added.</param>
    /// <param name="at">The moment of writing, also the time of every entry.</param>
    public static void Write(
        Stream target, string folder, IReadOnlyList<BagFile> payload, IReadOnlyList<(string Label, string Value)> info, DateTimeOffset at)
    {
        var manifest = Manifest(payload.Select(f => ($"data/{f.Path}", f.Bytes)));
        var description = string.Concat(info
            .Append(("Bagging-Date", ChinaTime.DateOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .Append(("Payload-Oxum", string.Create(CultureInfo.InvariantCulture, $"{payload.Sum(f => (long)f.Bytes.Length)}.{payload.Count}")))
            .Select(line => $"{line.Item1}: {OneLine(line.Item2)}\n"));
        List<(string Path, ReadOnlyMemory<byte> Bytes)> tags =
        [
            ("bagit.txt", Encoding.UTF8.GetBytes(Declaration)),
            ("bag-info.txt", Encoding.UTF8.GetBytes(description)),
            ("manifest-sha256.txt", Encoding.UTF8.GetBytes(manifest)),
        ];
        var tagManifest = Encoding.UTF8.GetBytes(Manifest(tags));

        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var (path, bytes) in tags.Append(("tagmanifest-sha256.txt", tagManifest)))
            Add(zip, $"{folder}/{path}", bytes, at);
        foreach (var file in payload)
            Add(zip, $"{folder}/data/{file.Path}", file.Bytes, at);
    }

    private static string Manifest(IEnumerable<(string Path, ReadOnlyMemory<byte> Bytes)> files) => string.Concat(
        files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Bytes.Span))}  {Escape(f.Path)}\n"));

    /// <summary>A manifest is read line by line, so these three are written as RFC 8493, 2.1.3, says.</summary>
    private static string Escape(string path) => path
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string OneLine(string value) => string.Join(' ', value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static void Add(ZipArchive zip, string path, ReadOnlyMemory<byte> bytes, DateTimeOffset at)
    {
        // Screenshots are compressed already.
        var entry = zip.CreateEntry(path, path.EndsWith(".txt", StringComparison.Ordinal) ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
        entry.LastWriteTime = ChinaTime.Local(at);
        using var content = entry.Open();
        content.Write(bytes.Span);
    }
}
