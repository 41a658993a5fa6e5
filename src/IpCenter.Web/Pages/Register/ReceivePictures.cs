using IpCenter.Casework.Results;
using IpCenter.Casework.SimilarDesigns;

namespace IpCenter.Web.Pages.Register;

/// <summary>Pictures that came with a search: the keys of those that can be searched with, and why the others cannot.</summary>
public sealed record ReceivedPictures(IReadOnlyList<string> Keys, IReadOnlyList<RuleViolation> Violations);

/// <summary>Reads the pictures of a form; one that is refused takes nothing away from the others.</summary>
public sealed class ReceivePictures(ReadPictureQuery read, PictureQueries kept)
{
    /// <param name="room">How many more the query may have.</param>
    public async Task<ReceivedPictures> ExecuteAsync(IEnumerable<IFormFile> files, int room, CancellationToken ct)
    {
        List<string> keys = [];
        List<RuleViolation> violations = [];
        // A file field that was left alone is sent too, without a name.
        foreach (var file in files.Where(file => file.FileName.Length > 0))
        {
            if (keys.Count == room)
            {
                violations.Add(new("search.too-many-pictures", "picture", $"{RegisterAsked.MostPictures}"));
                break;
            }
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, ct);
            var picture = await read.ExecuteAsync(memory.ToArray(), file.FileName, ct);
            if (picture.Succeeded)
                keys.Add(kept.Keep(picture.Value));
            violations.AddRange(picture.Violations);
        }
        return new(keys, violations);
    }
}
