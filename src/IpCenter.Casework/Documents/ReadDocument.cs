using System.Globalization;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using IpCenter.Imaging;

namespace IpCenter.Casework.Documents;

/// <summary>A file that was looked at and lies in the vault; no case knows of it yet.</summary>
public sealed record CheckedFile(string FileName, DocumentFileFormat Format, long ByteLength, string Sha256);

/// <summary>
/// Looks at a file before any case takes it: by its first bytes a PDF, JPEG or PNG, of an allowed size and whole. Pictures are
/// decoded in the imaging worker; a PDF is never opened. What is refused leaves no trace.
/// </summary>
public sealed class ReadDocument(ImageReader images, OriginalsVault vault, ReferenceLibrary reference)
{
    private const int LongestName = 200;

    /// <summary>Enough to know that all of a picture can be decoded.</summary>
    private const int RasterSide = 256;

    /// <param name="bytes">The file as it came.</param>
    /// <param name="fileName">As the sender calls it.</param>
    /// <param name="field">Where the form asked for it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<CheckedFile>> ExecuteAsync(ReadOnlyMemory<byte> bytes, string fileName, string field, CancellationToken ct)
    {
        var name = SafeName(fileName);
        if (bytes.IsEmpty)
            return new RuleViolation("document.empty", field, name);
        if (bytes.Length > reference.Documents.LargestBytes)
            return new RuleViolation("document.too-large", field, name, reference.Documents.LargestMegabytes.ToString(CultureInfo.InvariantCulture));
        if (FormatOf(bytes.Span) is not { } format)
            return new RuleViolation("document.format", field, name);
        if (await FaultAsync(format, bytes, name, field, ct) is { } fault)
            return fault;
        return new CheckedFile(name, format, bytes.Length, await vault.StoreAsync(bytes, ct));
    }

    private static DocumentFileFormat? FormatOf(ReadOnlySpan<byte> bytes) =>
        PdfCheck.IsPdf(bytes) ? DocumentFileFormat.Pdf
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? DocumentFileFormat.Jpeg
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? DocumentFileFormat.Png
        : null;

    private async Task<RuleViolation?> FaultAsync(DocumentFileFormat format, ReadOnlyMemory<byte> bytes, string name, string field, CancellationToken ct)
    {
        if (format == DocumentFileFormat.Pdf)
            return PdfCheck.Fault(bytes.Span) is { } code ? new RuleViolation(code, field, name) : null;
        return (await images.ReadRasterAsync(bytes, RasterSide, ct)).Rejection is { } rejection
            ? new RuleViolation($"image.{rejection.Reason}", field, name, rejection.Detail)
            : null;
    }

    /// <summary>The name as people know it, without a path, without control characters and no longer than the column.</summary>
    private static string SafeName(string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c)));
        return name.Length <= LongestName ? name : name[^LongestName..];
    }
}
