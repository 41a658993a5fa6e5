namespace IpCenter.Web.Pages.Report;

internal static class UploadedFile
{
    /// <summary>The bytes as they came; the request's size limit bounds them.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
