using IpCenter.Testing;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>The pictures of the demo centre, as a merchant has them on the phone.</summary>
internal static class DemoPictures
{
    public static IReadOnlyList<string> Positions { get; } = ["Front", "Back", "Left", "Right", "Top", "Bottom", "Perspective"];

    public static FilePayload View(string design, string position) => Read($"{design}/{position.ToLowerInvariant()}.jpg");

    public static FilePayload Livestream(string id) => Read($"livestream/{id}.jpg");

    private static FilePayload Read(string file) => new()
    {
        Name = Path.GetFileName(file),
        MimeType = "image/jpeg",
        Buffer = File.ReadAllBytes(Repository.PathTo($"data/demo/images/{file}")),
    };
}
