using System.Globalization;
using IpCenter.Casework.Designs;
using IpCenter.Web.Pages.Report;

namespace IpCenter.Web.Pages.Designs;

/// <summary>Takes documents and sums out of forms.</summary>
internal static class SentFiles
{
    /// <summary>The file; <c>null</c> where none was chosen.</summary>
    public static async Task<SentFile?> ReadAsync(IFormFile? file, CancellationToken ct) =>
        file is null || file.Length == 0 ? null : new(file.FileName, await UploadedFile.ReadAsync(file, ct));

    /// <summary>Yuan as people write them, with or without thousands; <c>null</c> for what is no sum.</summary>
    public static decimal? Amount(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
