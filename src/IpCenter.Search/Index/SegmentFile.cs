using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace IpCenter.Search.Index;

/// <summary>
/// One immutable file of documents and their views. Its last 32 bytes are the SHA-256 of all before; a file that does not
/// fit is never used.
/// </summary>
internal static class SegmentFile
{
    private const uint Magic = 0x31535049;

    private const int Version = 1;

    public static void Write(string path, IReadOnlyList<StoredDocument> documents)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(documents.Count);
            foreach (var document in documents)
                Write(writer, document);
        }
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        memory.Position = 0;
        memory.CopyTo(file);
        file.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="IndexDamagedException">Torn, changed or of another version.</exception>
    public static IReadOnlyList<StoredDocument> Read(string path)
    {
        if (!File.Exists(path))
            throw new IndexDamagedException(Path.GetFileName(path), "missing");
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 44 || !SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - 32)))
            throw new IndexDamagedException(Path.GetFileName(path), "its checksum does not fit");
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != Version)
            throw new IndexDamagedException(Path.GetFileName(path), "of another version");
        var documents = new StoredDocument[reader.ReadInt32()];
        for (var i = 0; i < documents.Length; i++)
            documents[i] = ReadDocument(reader);
        return documents;
    }

    private static void Write(BinaryWriter writer, StoredDocument document)
    {
        writer.Write(JsonSerializer.Serialize(document.Fields));
        writer.Write(document.Views.Count);
        foreach (var view in document.Views)
        {
            writer.Write(view.Id);
            writer.Write(view.Width);
            writer.Write(view.Height);
            writer.Write(view.Points.Length);
            writer.Write(MemoryMarshal.AsBytes(view.Points.AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(view.Layout.AsSpan()));
        }
    }

    private static StoredDocument ReadDocument(BinaryReader reader)
    {
        var fields = JsonSerializer.Deserialize<DocumentFields>(reader.ReadString())!;
        var views = new IndexedView[reader.ReadInt32()];
        for (var i = 0; i < views.Length; i++)
        {
            var (id, width, height) = (reader.ReadString(), reader.ReadSingle(), reader.ReadSingle());
            var points = new IndexedPoint[reader.ReadInt32()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(points.AsSpan()));
            var layout = new sbyte[Features.Layout.Length];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(layout.AsSpan()));
            views[i] = new IndexedView(id, width, height, points, layout);
        }
        return new StoredDocument(fields, views);
    }
}
