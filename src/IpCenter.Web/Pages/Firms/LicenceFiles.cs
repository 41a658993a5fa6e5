using IpCenter.Casework.Documents;
using IpCenter.Casework.Results;
using IpCenter.Web.Pages.Report;

namespace IpCenter.Web.Pages.Firms;

/// <summary>Looks at a business licence that came with a form, before anything is saved.</summary>
public sealed class LicenceFiles(ReadDocument reader)
{
    /// <returns>What was found; <c>null</c> where no file came.</returns>
    public async Task<Result<CheckedFile>?> ReadAsync(IFormFile? file, string field) => file is { Length: > 0 }
        ? await reader.ExecuteAsync(await UploadedFile.ReadAsync(file, CancellationToken.None), file.FileName, field, CancellationToken.None)
        : null;
}
