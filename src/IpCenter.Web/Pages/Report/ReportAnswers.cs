using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Infringements;

namespace IpCenter.Web.Pages.Report;

/// <summary>What the reporter answered, as the form sends it.</summary>
public sealed class ReportAnswers
{
    /// <summary>The value of the design field with which the search is asked to find it.</summary>
    public const string FindIt = "find";

    private const string MinuteFormat = "yyyy-MM-dd'T'HH:mm";

    public Guid Id { get; set; }

    /// <summary>The firm for which the form was opened: of somebody who reports for several, never another one.</summary>
    public Guid? Firm { get; set; }

    /// <summary>A link, a room number, or the whole text that the app's share button made.</summary>
    [StringLength(ShareText.MaxLength, ErrorMessage = "too-long:{1}")] public string? LinkOrRoom { get; set; }

    public string? Platform { get; set; }

    [StringLength(200, ErrorMessage = "too-long:{1}")] public string? Account { get; set; }

    /// <summary>China time, as the browser's field writes it.</summary>
    public string? SeenAt { get; set; }

    public IReadOnlyList<IFormFile>? Files { get; set; }

    public string? OwnDesignId { get; set; } = FindIt;

    [StringLength(4000, ErrorMessage = "too-long:{1}")] public string? Description { get; set; }

    public bool DeclaredTrue { get; set; }

    /// <summary>What the device's clock said when the form was sent; empty without script.</summary>
    public string? DeviceTime { get; set; }

    /// <summary>Set by the button that only reads the shared text.</summary>
    public bool OnlyRead { get; set; }

    /// <summary>Set by the button at a screenshot that takes it out again.</summary>
    public Guid? Remove { get; set; }

    public static string Minute(DateTimeOffset at) => ChinaTime.Local(at).ToString(MinuteFormat, CultureInfo.InvariantCulture);

    public DateTimeOffset? Seen =>
        DateTime.TryParse(SeenAt, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, ChinaTime.Offset) : null;

    public DateTimeOffset? Device => ReadDeviceTime(DeviceTime);

    public Guid? Design => Guid.TryParse(OwnDesignId, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static DateTimeOffset? ReadDeviceTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;

    /// <summary>Puts what a shared text says into the fields that are still empty.</summary>
    public void Fill(PlatformList platforms)
    {
        if (string.IsNullOrWhiteSpace(LinkOrRoom))
            return;
        var share = ShareText.Read(LinkOrRoom, platforms);
        LinkOrRoom = share.LinkOrRoom ?? LinkOrRoom.Trim();
        Platform = string.IsNullOrEmpty(Platform) ? share.Platform : Platform;
        Account = string.IsNullOrWhiteSpace(Account) ? share.Account : Account;
    }
}
