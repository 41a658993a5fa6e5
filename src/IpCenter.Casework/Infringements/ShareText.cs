using System.Text.RegularExpressions;

namespace IpCenter.Casework.Infringements;

/// <summary>
/// What a text says that an app's "share" button made: which platform, which link or room, whose account. What it does
/// not say stays <c>null</c>; nothing is guessed.
/// </summary>
/// <param name="LinkOrRoom">The address, else the room number.</param>
public sealed partial record ShareText(string? Platform, string? LinkOrRoom, string? Account)
{
    /// <summary>Longest text that is read; a shared text has a few hundred characters.</summary>
    public const int MaxLength = 2000;

    public static ShareText Read(string text, PlatformList platforms)
    {
        text = text.Length <= MaxLength ? text : text[..MaxLength];
        var links = Links().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!', '?', '/')).Where(IsAddress).ToList();
        // A text may hold a link to the app itself besides the one that was shared.
        var (link, platform) = links.Select(l => (l, Of: platforms.Serving(new Uri(l).Host))).FirstOrDefault(l => l.Of is not null);
        link ??= links.FirstOrDefault();
        platform ??= links.Count == 0 ? platforms.All.FirstOrDefault(p => p.Marks.Any(m => text.Contains(m, StringComparison.Ordinal))) : null;
        var room = Room().Match(text) is { Success: true } match ? match.Groups["room"].Value : null;
        return new(platform?.Key, link ?? room, AccountIn(text, platforms));
    }

    private static string? AccountIn(string text, PlatformList platforms)
    {
        var marks = platforms.All.SelectMany(p => p.Marks).ToHashSet();
        foreach (var pattern in (Regex[])[Bracketed(), Live(), Note(), Named(), At()])
            foreach (Match match in pattern.Matches(text))
            {
                var name = match.Groups["name"].Value.Trim();
                if (name.Length > 0 && !marks.Contains(name))
                    return name;
            }
        return null;
    }

    private static bool IsAddress(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Host.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(@"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?:房间号|直播间号|直播间ID|房间ID|room)\s*[:：]?\s*(?<room>[A-Za-z0-9_\-]{4,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Room();

    /// <summary>【大集汉服源头厂】正在直播</summary>
    [GeneratedRegex(@"[【「\[](?<name>[^】」\]\r\n]{1,60})[】」\]]\s*(?:的直播间|正在直播)")]
    private static partial Regex Bracketed();

    /// <summary>快来看 大集汉服 正在直播, 大集汉服的直播间</summary>
    [GeneratedRegex(@"(?:^|[\s，,。！!#:：])(?<name>[^\s，,。！!#:：【】「」/]{1,40}?)\s*(?:正在直播|的直播间)")]
    private static partial Regex Live();

    /// <summary>小桐发布了一篇小红书笔记; 大集汉服 的店铺</summary>
    [GeneratedRegex(@"(?:^|[\s，,。！!\d])(?<name>[^\s，,。！!【】「」/]{1,40}?)\s*发布了一篇")]
    private static partial Regex Note();

    /// <summary>主播：大集汉服; 店铺: 大集汉服</summary>
    [GeneratedRegex(@"(?:主播|账号|店铺|店名|昵称)\s*[:：]\s*(?<name>[^\s，,。！!]{1,40})")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![A-Za-z0-9./])@(?<name>[^\s，,。！!@:：]{2,40})")]
    private static partial Regex At();
}
