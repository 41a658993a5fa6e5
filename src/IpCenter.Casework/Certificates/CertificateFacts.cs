using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpCenter.Casework.Designs;

namespace IpCenter.Casework.Certificates;

/// <summary>One public entry of the history, as certified.</summary>
public sealed record CertifiedEntry(RightEntryKind Kind, DateOnly EffectiveOn, string DocumentNumber, string? Party, DateOnly? EndsOn);

/// <summary>What is certified: published facts alone. Two of them with the same text say the same.</summary>
public sealed record CertificateFacts(
    string PatentNumber, string ProductName, string LocarnoClass, string OwnerName, DateOnly? FiledOn, DateOnly? AnnouncedOn, DateOnly? ExpiresOn,
    DesignStatus Status, IReadOnlyList<CertifiedEntry> Entries)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static CertificateFacts Of(Design design, RightHistory history, DateOnly on)
    {
        var standing = history.On(on);
        return new(
            design.PatentNumber, design.ProductName, design.LocarnoClass, standing.Owner, design.FiledOn, design.AnnouncedOn, design.ExpiresOn, standing.Status,
            [.. history.Valid.Where(e => e.EffectiveOn <= on && e.Publicity != EntryPublicity.Hidden).Select(Entry)]);
    }

    public string Text() => JsonSerializer.Serialize(this, Options);

    public static CertificateFacts Read(string content) => JsonSerializer.Deserialize<CertificateFacts>(content, Options)!;

    private static CertifiedEntry Entry(RightEntry entry) => entry.Publicity == EntryPublicity.Whole
        ? new(entry.Kind, entry.EffectiveOn, entry.Facts.DocumentNumber, entry.Kind == RightEntryKind.Transferred ? entry.Facts.NewOwner : Known(entry.Facts.Party), entry.Facts.EndsOn)
        : new(entry.Kind, entry.EffectiveOn, entry.Facts.DocumentNumber, null, null);

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
