namespace IpCenter.Casework.Documents;

/// <summary>
/// A file that came in for a case. Its bytes lie in the vault under their SHA-256 and are handed out as an attachment only.
/// A newer one takes its place (<see cref="ReplacedAt"/>); none is ever deleted.
/// </summary>
public sealed class CaseDocument
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Key of its kind in <c>data/documents.json</c>.</summary>
    public required string Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>As the bytes say, whatever the name.</summary>
    public required DocumentFileFormat Format { get; init; }

    public required long ByteLength { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required Guid UploadedBy { get; init; }

    public required string UploadedByName { get; init; }

    public DateTimeOffset? ReplacedAt { get; private set; }

    public void Replace(DateTimeOffset at) => ReplacedAt ??= at;
}

public enum DocumentFileFormat
{
    Pdf,
    Jpeg,
    Png,
}
